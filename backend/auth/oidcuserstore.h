// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcuser.h"
#include "backend/storage/unitofwork.h"

#include <optional>

namespace tp::auth {

/// The SQL of those users whose accounts are elsewhere.
class OidcUserStore
{
public:
    static Result<std::optional<OidcUser>> find(storage::Session &session,
                                                const OidcAccount &account);

    static Result<bool> isEmailTaken(storage::UnitOfWork &work, const std::string &email);

    /// False when somebody was quicker: the account is there, or another has the e-mail.
    static Result<bool> insert(storage::UnitOfWork &work, const OidcUser &user,
                               const OidcAccount &account);

    /// False when a later one is noted already.
    static Result<bool> noteSignIn(storage::UnitOfWork &work, const OidcUser &user);

    static Result<void> setRoles(storage::UnitOfWork &work, const OidcUser &user);
};

} // namespace tp::auth
