// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/response.h"
#include "backend/kernel/result.h"

#include <string_view>

namespace tp::http {

/// An Error as the contract's problem document (RFC 9457), with the fields that its status asks
/// for (WWW-Authenticate, Retry-After). What an Internal or Unavailable error says of our
/// insides stays in the log.
Response refusalOf(const Error &error, std::string_view requestId);

} // namespace tp::http
