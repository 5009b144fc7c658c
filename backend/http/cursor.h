// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tp::http {

/// Where a list goes on: the sort key of the last row given, as text that may stand in a URL as
/// it is (base64url, RFC 4648 5, no padding). Opaque to clients, but no secret.
std::string encodeCursor(std::initializer_list<std::string_view> parts);

/// The parts again; nothing when `cursor` is not one of ours with that many parts.
std::optional<std::vector<std::string>> decodeCursor(std::string_view cursor, std::size_t parts);

/// A part that is a number; BadCursor.
Result<qint64> cursorNumber(std::string_view part);

} // namespace tp::http
