// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <optional>
#include <string>

namespace tp::http {

/// The edge of the application: calls it and says what was thrown out of it, if anything was.
template <typename Call>
std::optional<std::string> failureOf(const Call &call)
{
    try {
        call();
        return std::nullopt;
    } catch (const std::exception &exception) {
        return exception.what();
    } catch (...) {
        return "an unknown exception";
    }
}

} // namespace tp::http
