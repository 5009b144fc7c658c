// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/issuerdocuments.h"

namespace tp::session {

using contract::Integer;
using contract::ListOf;
using contract::Object;
using contract::Text;
using contract::Use;

namespace {

constexpr qint64 SecondsMax = 10LL * 366 * 24 * 3600; // No token is good for ten years.

} // namespace

const Object<IssuerDiscovery> &IssuerDiscovery::object()
{
    static const auto object =
        Object<IssuerDiscovery>(Use::Answer, "IssuerDiscovery", "An issuer of itself")
            .required("issuer", &IssuerDiscovery::issuer, Text::any(), "Its name")
            .required("authorization_endpoint", &IssuerDiscovery::authorizationUrl, Text::any(),
                      "Where people sign in")
            .required("token_endpoint", &IssuerDiscovery::tokenUrl, Text::any(),
                      "Where codes become tokens")
            .optional("code_challenge_methods_supported", &IssuerDiscovery::challengeMethods,
                      ListOf{Text::any(), 0}, "Of RFC 7636");
    return object;
}

const Object<TokenAnswer> &TokenAnswer::object()
{
    static const auto object =
        Object<TokenAnswer>(Use::Answer, "TokenAnswer", "Tokens")
            .required("access_token", &TokenAnswer::accessToken, Text::any(), "The token")
            .optional("id_token", &TokenAnswer::idToken, Text::any(), "Who signed in")
            .optional("refresh_token", &TokenAnswer::refreshToken, Text::any(), "For the next")
            .optional("expires_in", &TokenAnswer::expiresIn, Integer{0, SecondsMax}, "Seconds");
    return object;
}

const Object<IdClaims> &IdClaims::object()
{
    static const auto object =
        Object<IdClaims>(Use::Answer, "IdClaims", "Claims of an id token")
            .required("iss", &IdClaims::issuer, Text::any(), "Who says so")
            .optional("nonce", &IdClaims::nonce, Text::any(), "Of the question");
    return object;
}

std::optional<IdClaims> IdClaims::of(const QString &token)
{
    const QStringList parts = token.split(u'.');
    if (parts.size() != 3)
        return std::nullopt;
    const QByteArray json = QByteArray::fromBase64(
        parts.at(1).toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const auto claims = object().parse({json.constData(), std::size_t(json.size())});
    if (!claims)
        return std::nullopt;
    return claims.value();
}

bool looksLikeJwt(const QString &token)
{
    return token.count(u'.') == 2 && token.startsWith(QLatin1String("eyJ"));
}

} // namespace tp::session
