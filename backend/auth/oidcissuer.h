// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonvalue.h"
#include "backend/kernel/result.h"
#include "backend/kernel/role.h"

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace tp::auth {

/// An issuer of OpenID Connect whose tokens this shop takes, and what its people are here.
struct OidcIssuer
{
    QString issuer;   ///< To the letter as its tokens spell it.
    QString audience; ///< What its tokens must be made for.
    QString clientId; ///< For clients of ours that sign in there; empty: there is none.
    QString name;     ///< For a button.
    QString
        roleClaim; ///< "roles", "realm_access.roles", "https://shop.example/roles"; empty: none.
    std::vector<std::pair<std::string, Role>> roleNames; ///< Theirs and ours; none: ours alone.

    /// From `issuer=… audience=… [client_id=…] [name=…] [role_claim=…] [roles=theirs:ours|…]`.
    /// `domain=…` stands for `issuer=https://…/`; a value with spaces is put in double quotes.
    /// InvalidValue with a sentence that says what is wrong.
    static Result<OidcIssuer> parse(const QString &text);

    /// Whether the issuer says what its people are; otherwise the shop does, once they are known.
    bool decidesRoles() const { return !roleClaim.isEmpty(); }

    /// What the claims of a token make of somebody; a customer, when they say nothing that we know.
    Roles rolesOf(const contract::JsonValue &claims) const;
};

} // namespace tp::auth
