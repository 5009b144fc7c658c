// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tp::auth {

/// SHA-256, as 32 bytes: names a token without being one.
std::string tokenDigest(std::string_view token);

} // namespace tp::auth
