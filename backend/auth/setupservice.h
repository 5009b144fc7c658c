// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/signinservice.h"
#include "backend/auth/userservice.h"

#include <functional>

namespace tp::auth {

/// The first admin of an empty shop.
class SetupService
{
public:
    SetupService(const SignInService &signIn, const UserService &users)
        : m_signIn(signIn)
        , m_users(users)
    {}

    /// Whether nobody was ever made admin.
    static Result<bool> isNeeded(storage::Session &session);

    struct FirstAdmin
    {
        QString email;
        QString fullName;
        std::string passwordHash;
        QString device;
    };

    /// AlreadySetUp, EmailTaken. Two at once: one of them is the first.
    Result<Opened> finish(storage::UnitOfWork &work, const FirstAdmin &admin, const Act &act) const;

private:
    const SignInService &m_signIn;
    const UserService &m_users;
};

} // namespace tp::auth
