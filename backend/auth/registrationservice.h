// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/signinservice.h"
#include "backend/auth/userservice.h"

namespace tp::auth {

/// Lets strangers make accounts, as customers, where the shop is open for them.
class RegistrationService
{
public:
    RegistrationService(const SignInService &signIn, const UserService &users)
        : m_signIn(signIn)
        , m_users(users)
    {}

    /// RegistrationClosed, EmailTaken, TooManyRequests.
    static Result<void> check(storage::Session &session, const QString &email,
                              const std::string &address, qint64 nowMs);

    struct NewAccount
    {
        QString email;
        QString fullName;
        std::string passwordHash;
        QString device;
    };

    /// Checks again, because others were at it meanwhile.
    Result<Opened> add(storage::UnitOfWork &work, const NewAccount &account, const Act &act) const;

private:
    const SignInService &m_signIn;
    const UserService &m_users;
};

} // namespace tp::auth
