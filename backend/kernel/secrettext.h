// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <string>
#include <string_view>

namespace tp {

/// 256 random bits as text that fits everywhere (base64url, 43 characters).
std::string newSecret(Random &random);

/// What is stored of such a secret: SHA-256 in hex. A slow hash would add nothing, because nobody
/// guesses 256 bits.
std::string secretHash(std::string_view secret);

/// Whether two secrets, or the hashes of two, are one. How long that takes says nothing about where
/// they differ.
bool isSameSecret(std::string_view one, std::string_view other);

/// "7KQF-2M9D-XW4P": 60 random bits for people to type, without letters that look alike.
std::string newTypedCode(Random &random);

/// As it was made: without spaces and hyphens, in capitals.
std::string typedCodeKey(std::string_view typed);

} // namespace tp
