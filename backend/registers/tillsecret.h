// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>
#include <string>
#include <string_view>

namespace tp::registers {

/// 256 bits that nobody can guess: no slow hash is needed to guard them.
using TillSecretBits = std::array<quint8, 32>;

/// What a till keeps and sends in X-Till-Secret: base64url (RFC 4648 5), 43 characters.
std::string tillSecretOf(const TillSecretBits &bits);

/// What the backend keeps of it: SHA-256 of the characters, in hex.
std::string tillSecretHash(std::string_view secret);

/// Whether `secret` is the one of which `hash` was kept. How long that takes says nothing about
/// where they differ.
bool isTillSecret(std::string_view secret, std::string_view hash);

} // namespace tp::registers
