// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/desktop/tinyserver.h"

namespace tp::test {

/// As much of a backend's sign-in as a client can see: sessions with numbered tokens, of which
/// only the newest is good.
class FakeAuth
{
public:
    static constexpr auto UserId = "01900000-0000-7000-8000-000900000001";

    explicit FakeAuth(TinyServer &server) : m_server(server)
    {
        const auto signIn = [this](const TinyServer::Request &) { return session(); };
        m_server.answer(QStringLiteral("/api/auth/login"), signIn);
        m_server.answer(QStringLiteral("/api/auth/pin"), signIn);
        m_server.answer(QStringLiteral("/api/setup"), signIn);
        m_server.answer(QStringLiteral("/api/auth/refresh"),
                        [this](const TinyServer::Request &request) {
                            const bool isGood = request.body.contains("\"" + refreshToken() + "\"");
                            return isGood ? session() : refusal(401, "unauthorized");
                        });
        m_server.answer(
            QStringLiteral("/api/auth/validate"), [this](const TinyServer::Request &request) {
                return guarded(request, R"({"valid":true,"user_id":")" + QByteArray(UserId) +
                                            R"(","roles":["cashier"],)" +
                                            R"("permissions":["orders.create"],)" +
                                            R"("expires_at":"2026-01-01T00:15:00.000Z"})");
            });
        m_server.answer(
            QStringLiteral("/api/auth/profile"),
            [this](const TinyServer::Request &request) { return guarded(request, profile()); });
        m_server.answer(QStringLiteral("/api/auth/logout"),
                        TinyServer::Answer{204, {}, "text/plain"});
    }

    QByteArray accessToken() const { return "access-" + QByteArray::number(m_number); }
    QByteArray refreshToken() const { return "refresh-" + QByteArray::number(m_number); }

    /// Whatever was given is good no more.
    void endAll() { ++m_number; }

    bool mustEnrol = false;
    int goodForS = 900;

    static TinyServer::Answer refusal(int status, const QByteArray &code)
    {
        return {status,
                R"({"type":"/docs#x","title":"No","status":)" + QByteArray::number(status) +
                    R"(,"detail":"No","code":")" + code + R"(","request_id":"r"})",
                "application/problem+json"};
    }

    TinyServer::Answer session()
    {
        ++m_number;
        return {200, R"({"access_token":")" + accessToken() +
                         R"(","token_type":"Bearer","expires_in":)" + QByteArray::number(goodForS) +
                         R"(,"refresh_token":")" + refreshToken() + R"(","user":)" + profile() +
                         R"(,"totp_enrolment_required":)" + (mustEnrol ? "true" : "false") + "}"};
    }

private:
    static QByteArray profile()
    {
        return R"({"id":")" + QByteArray(UserId) +
               R"(","email":"maya@shop.example","full_name":"Maya Lindqvist",)"
               R"("roles":["cashier"],"locale":"","created_at":"2026-01-01T00:00:00.000Z",)"
               R"("version":1})";
    }

    TinyServer::Answer guarded(const TinyServer::Request &request, const QByteArray &body) const
    {
        if (request.header("Authorization") == "Bearer " + accessToken())
            return {200, body};
        return refusal(401, "unauthorized");
    }

    TinyServer &m_server;
    int m_number = 0;
};

} // namespace tp::test
