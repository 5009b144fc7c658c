// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/refusal.h"
#include "backend/http/request.h"
#include "backend/http/serverlimits.h"

#include <QtGlobal>

#include <string_view>
#include <variant>

namespace tp::http {

/// What a sound head says of the request's own form. The views point into the head.
struct HeadFacts
{
    Method method = Method::Get;
    std::string_view target; ///< Origin form, or "*".
    bool isHttp11 = true;
    bool isChunked = false;
    quint64 contentLength = 0; ///< Without the field it is 0.
    bool wantsContinue = false;
    bool wantsClose = false;

    bool hasBody() const { return isChunked || contentLength > 0; }
};

/// Judges a complete head, request line to empty line, as HeadScanner found it. Stricter than RFC
/// 9112 demands where leniency lets two servers read one request differently (request smuggling):
/// every framing field must be there at most once, in its plainest form. Pure.
std::variant<HeadFacts, Refusal> checkHead(std::string_view head, const ServerLimits &limits);

/// RFC 9110 7.2: a name, IPv4 address or [IPv6 address], with or without a port.
bool isValidHost(std::string_view host);

} // namespace tp::http
