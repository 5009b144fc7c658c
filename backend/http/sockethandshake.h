// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/request.h"
#include "backend/http/response.h"
#include "backend/kernel/result.h"

#include <string>
#include <string_view>

namespace tp::http {

/// How a request asks for a WebSocket (RFC 6455 4.2): what Sec-WebSocket-Accept answers it.
/// UpgradeRequired where it asks for something else or for another version, BadRequest where it
/// asks wrongly.
Result<std::string> socketAccept(const RequestHead &head);

/// The token that a browser hands over as a protocol, "bearer.TOKEN"; empty: none.
std::string_view socketToken(const RequestHead &head);

/// What 101 says beside "Connection: Upgrade".
void addSocketFields(Response &response, const RequestHead &head, const std::string &accept);

} // namespace tp::http
