// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/grant.h"
#include "backend/kernel/role.h"
#include "backend/kernel/uuid.h"

#include <QString>

namespace tp {

/// Who does something: a person, a till, or nobody yet. A value that travels with a request.
struct Actor
{
    QString id;          ///< User or till; the scope of idempotency keys. Empty: nobody.
    SessionId sessionId; ///< Nil where the token is another issuer's.
    Roles roles;
    Grants grants;
    qint64 expiresAtMs = 0; ///< When the token that said so ends.
    bool isTill = false;

    bool isKnown() const { return !id.isEmpty(); }
    Grant grant(Permission permission) const { return grants.at(permission); }
    bool may(Permission permission) const { return grant(permission).isGiven(); }
};

} // namespace tp
