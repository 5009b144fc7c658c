// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/envelope.h"

#include "backend/http/etag.h"

namespace tp::http {
namespace {

bool isSaneRequestId(std::string_view id)
{
    return !id.empty() && id.size() <= 128 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.' || c == ':';
    });
}

void addSecurityHeaders(Response &response, const RequestHead &head)
{
    auto &headers = response.headers;
    if (!response.header("cache-control"))
        headers.emplace_back("Cache-Control", "no-store");
    if (!response.header("content-security-policy"))
        headers.emplace_back("Content-Security-Policy",
                             "default-src 'none'; frame-ancestors 'none'");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("X-Frame-Options", "DENY");
    headers.emplace_back("Referrer-Policy", "no-referrer");
    headers.emplace_back("Permissions-Policy", "interest-cohort=()");
    if (head.isTls)
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

} // namespace

Envelope::Envelope(const QStringList &origins)
{
    for (const QString &origin : origins) {
        if (origin == u"*")
            m_any = true;
        else
            m_origins.push_back(origin.toStdString());
    }
}

std::string Envelope::requestIdOf(const RequestHead &head, std::string made)
{
    const std::string *sent = head.header("x-request-id");
    return sent && isSaneRequestId(*sent) ? *sent : std::move(made);
}

Response Envelope::sealed(Answer answer, const RequestHead &head)
{
    Response response;
    response.status = answer.status;
    response.contentType = std::move(answer.contentType);
    response.body = std::move(answer.body);
    if (!answer.location.empty())
        response.headers.emplace_back("Location", std::move(answer.location));
    if (!answer.cacheControl.empty())
        response.headers.emplace_back("Cache-Control", std::move(answer.cacheControl));
    if (!answer.setCookie.empty())
        response.headers.emplace_back("Set-Cookie", std::move(answer.setCookie));
    if (!answer.csp.empty())
        response.headers.emplace_back("Content-Security-Policy", std::move(answer.csp));
    if (answer.etag.empty())
        return response;

    const std::string *known = head.header("if-none-match");
    const bool isRead = head.method == Method::Get || head.method == Method::Head;
    if (isRead && answer.status == 200 && known && namesEtag(*known, answer.etag)) {
        response.status = 304;
        response.contentType.clear();
        response.body.clear();
    }
    response.headers.emplace_back("ETag", '"' + answer.etag + '"');
    return response;
}

std::string Envelope::allowedOrigin(const RequestHead &head) const
{
    const std::string *origin = head.header("origin");
    if (!origin)
        return {};
    if (std::find(m_origins.begin(), m_origins.end(), *origin) != m_origins.end())
        return *origin;
    return m_any ? "*" : std::string();
}

bool Envelope::isTrustedOrigin(const RequestHead &head) const
{
    const std::string *origin = head.header("origin");
    if (!origin)
        return true;
    const std::string *host = head.header("host");
    if (host && *origin == (head.isTls ? "https://" : "http://") + *host)
        return true;
    return std::find(m_origins.begin(), m_origins.end(), *origin) != m_origins.end();
}

void Envelope::addHeaders(Response &response, const RequestHead &head,
                          std::string_view requestId) const
{
    response.headers.emplace_back("X-Request-Id", requestId);
    addSecurityHeaders(response, head);
    if (!m_any && m_origins.empty())
        return;
    response.headers.emplace_back("Vary", "Origin");
    std::string origin = allowedOrigin(head);
    if (origin.empty())
        return;
    if (origin != "*")
        response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
    response.headers.emplace_back("Access-Control-Allow-Origin", std::move(origin));
    response.headers.emplace_back("Access-Control-Expose-Headers",
                                  "ETag, Location, X-Request-Id, Idempotent-Replayed, Retry-After");
}

bool Envelope::isPreflight(const RequestHead &head) const
{
    return head.method == Method::Options && head.header("origin") &&
           head.header("access-control-request-method");
}

Response Envelope::preflight(const RequestHead &head, const std::string &allowedMethods) const
{
    Response response;
    response.status = 204;
    if (allowedOrigin(head).empty())
        return response; // Without the fields below the browser refuses the real request.
    response.headers.emplace_back("Access-Control-Allow-Methods", allowedMethods);
    response.headers.emplace_back(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Prefer, "
        "X-Request-Id, X-Till-Secret");
    response.headers.emplace_back("Access-Control-Max-Age", "600");
    return response;
}

} // namespace tp::http
