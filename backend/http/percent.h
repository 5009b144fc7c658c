// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tp::http {

/// Percent-decoding (RFC 3986 2.1). Nothing for a broken escape, a NUL or text that is not UTF-8.
std::optional<std::string> percentDecoded(std::string_view text);

/// The name=value pairs of a query, decoded; '+' and %20 are both a space. Nothing when one of
/// them cannot be decoded.
std::optional<std::vector<std::pair<std::string, std::string>>> parseQuery(std::string_view query);

} // namespace tp::http
