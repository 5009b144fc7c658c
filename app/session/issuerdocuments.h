// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::session {

/// What an issuer says of itself (OpenID Connect Discovery 1.0, 3), as far as it is needed here.
struct IssuerDiscovery
{
    QString issuer;
    QString authorizationUrl;
    QString tokenUrl;
    std::optional<QList<QString>> challengeMethods; ///< None: it does not say.

    static const contract::Object<IssuerDiscovery> &object();
};

/// What the token endpoint gives (RFC 6749, 5.1; OpenID Connect Core 1.0, 3.1.3.3).
struct TokenAnswer
{
    QString accessToken;
    std::optional<QString> idToken;
    std::optional<QString> refreshToken;
    std::optional<qint64> expiresIn;

    static const contract::Object<TokenAnswer> &object();
};

/// Of an id token what its buyer must look at (OpenID Connect Core 1.0, 3.1.3.7). It came straight
/// from the issuer; its signature is the backend's to check.
struct IdClaims
{
    QString issuer;
    std::optional<QString> nonce;

    static const contract::Object<IdClaims> &object();

    /// Nothing: that is no JWT.
    static std::optional<IdClaims> of(const QString &token);
};

/// Three parts of base64url, as every JWT has; an opaque token has not.
bool looksLikeJwt(const QString &token);

} // namespace tp::session
