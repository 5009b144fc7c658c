// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcuserstore.h"
#include "backend/kernel/origin.h"

namespace tp::auth {

/// Lets in those whose accounts are elsewhere.
class OidcUserService
{
public:
    /// Whether a token tells more than is noted: somebody new, or that they signed in again.
    static bool isNews(const std::optional<OidcUser> &user, const OidcAccount &account);

    /// The user of an account, made at first sight; a token younger than the last one is a sign-in,
    /// noted with the roles that it brings. Nobody is joined to a user who has the same e-mail:
    /// whoever could have that e-mail confirmed elsewhere would take the user over. Those whom the
    /// shop has disabled are given as they are.
    static Result<OidcUser> signIn(storage::UnitOfWork &work, OidcAccount account,
                                   const Origin &origin);
};

} // namespace tp::auth
