// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tp::http {

/// Why the server itself does not take a request: a status and a sentence in plain English that
/// lives as long as the program.
struct Refusal
{
    int status = 400;
    std::string_view detail;
};

} // namespace tp::http
