// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/role.h"
#include "backend/kernel/uuid.h"

#include <QString>

#include <string>

namespace tp::auth {

/// Somebody as a token of an outside issuer describes them.
struct OidcAccount
{
    std::string issuer;
    std::string subject; ///< Theirs for ever there, unlike an e-mail.
    std::string email;   ///< In lower case; empty: none that the issuer has verified.
    QString fullName;
    Roles roles;               ///< What the issuer makes them here.
    bool decidesRoles = false; ///< Whether that holds for those whom the shop knows already.
    qint64 bornMs = 0;         ///< When the token was made; 0: it does not say.
    std::string details;       ///< For the audit trail: a JSON object.
};

/// The same person as the shop knows them.
struct OidcUser
{
    UserId id;
    Roles roles;
    bool isActive = true;
    qint64 signedInAtMs = 0; ///< Tokens made before this are no news.
    qint64 cutOffMs = 0;     ///< Tokens made before this are void.
};

} // namespace tp::auth
