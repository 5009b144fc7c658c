// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/desktop/jsontext.h"
#include "tests/desktop/tinyserver.h"

namespace tp::test {

/// What looks like a JWT with these claims; nobody here checks its signature.
inline QByteArray jwtWith(const QByteArray &claims)
{
    const auto part = [](const QByteArray &text) {
        return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part(json("{'alg':'ES256'}")) + '.' + part(claims) + ".c2lnbmF0dXJl";
}

/// An issuer of OpenID Connect on a loopback socket, as far as a client sees it.
class FakeIssuer
{
public:
    FakeIssuer()
    {
        server.answer(QStringLiteral("/.well-known/openid-configuration"),
                      [this](const TinyServer::Request &) {
                          return TinyServer::Answer{200, discovery()};
                      });
        server.answer(QStringLiteral("/token"), [this](const TinyServer::Request &) {
            return TinyServer::Answer{200, tokens()};
        });
    }

    TinyServer server;
    QByteArray accessToken = jwtWith("{}");
    QByteArray nonce; ///< For the id token.

    QByteArray base() const { return server.url().toEncoded(); }

    /// `more` are further members, each beginning with a comma.
    QByteArray discovery(const QByteArray &more = {}) const
    {
        return json("{'issuer':'" + base() + "','authorization_endpoint':'" + base() +
                    "/authorize?tenant=a%20b','token_endpoint':'" + base() + "/token'" + more +
                    "}");
    }

    QByteArray tokens() const
    {
        const QByteArray claims = json("{'iss':'" + base() + "','nonce':'" + nonce + "'}");
        return json("{'access_token':'" + accessToken +
                    "','token_type':'Bearer','expires_in':300,'refresh_token':'refresh-1',"
                    "'id_token':'" +
                    jwtWith(claims) + "'}");
    }
};

} // namespace tp::test
