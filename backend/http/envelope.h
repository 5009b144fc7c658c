// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/answer.h"
#include "backend/http/request.h"
#include "backend/http/response.h"

#include <QStringList>

#include <string>
#include <string_view>

namespace tp::http {

/// What stands around every answer: the request's id, the security headers of OWASP's REST cheat
/// sheet, and what a browser on another origin needs to know (CORS). Read by all I/O threads.
class Envelope
{
public:
    /// `origins`: "https://shop.example" each, or "*" for any (then without credentials).
    explicit Envelope(const QStringList &origins);

    /// The client's X-Request-Id where it sent a sane one, else `made`.
    static std::string requestIdOf(const RequestHead &head, std::string made);

    /// The answer of a handler as it is sent; 304 when the client has it already.
    static Response sealed(Answer answer, const RequestHead &head);

    /// Whether a browser's request comes from a page of ours or of a listed origin; what no
    /// browser sent has no Origin and is nobody's forgery (RFC 6454 7).
    bool isTrustedOrigin(const RequestHead &head) const;

    /// Whether such a page may hold a WebSocket: the browser itself keeps nobody from it.
    bool mayConnect(const RequestHead &head) const { return m_any || isTrustedOrigin(head); }

    void addHeaders(Response &response, const RequestHead &head, std::string_view requestId) const;

    bool isPreflight(const RequestHead &head) const;
    Response preflight(const RequestHead &head, const std::string &allowedMethods) const;

private:
    std::string allowedOrigin(const RequestHead &head) const;

    std::vector<std::string> m_origins;
    bool m_any = false;
};

} // namespace tp::http
