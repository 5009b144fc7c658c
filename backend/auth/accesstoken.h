// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/signingkey.h"
#include "backend/kernel/role.h"
#include "backend/kernel/uuid.h"

#include <string>

namespace tp::auth {

/// What an access token says (RFC 9068), before it is one.
struct AccessClaims
{
    std::string subject; ///< User or till.
    SessionId sessionId;
    Uuid tokenId; ///< Version 7: its time is when the token was born, to the millisecond.
    Roles roles;
    bool isTill = false;
    bool mustEnrol = false; ///< Only a second factor may be set up with it.
    qint64 nowMs = 0;
};

constexpr qint64 AccessLifetimeMs = 15 * 60 * 1000;
constexpr char AccessAudience[] = "tradepost";

/// The token: a JWT (RFC 7519) signed with EdDSA (RFC 8037).
std::string accessToken(const KeyRing &ring, const SigningKey &key, const AccessClaims &claims);

} // namespace tp::auth
