// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tp::auth {

/// The bytes of base64url without padding (RFC 7515 2), in the only spelling that they have: no
/// other characters, no padding, no bits set behind the last byte. Nothing for all else.
std::optional<std::string> decodeBase64Url(std::string_view text);

/// Without padding.
std::string encodeBase64Url(std::string_view bytes);

} // namespace tp::auth
