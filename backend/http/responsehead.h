// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/response.h"

#include <string>
#include <string_view>

namespace tp::http {

/// The reason phrase of a status (RFC 9110 15), empty for one that has none.
std::string_view reasonOf(int status);

/// Whether an answer of that status has a body at all (RFC 9110 6.4.1).
bool hasBody(int status);

/// Status line, the answer's own fields and those that are the server's to say (Content-Length,
/// Date, Connection), up to and with the empty line. A field that would break the form (a line end
/// in its value, for one) is left out and logged: it is a bug of ours, never a client's gain.
std::string responseHead(const Response &response, std::string_view date, bool closes);

} // namespace tp::http
