// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/signinservice.h"
#include "backend/auth/userservice.h"

namespace tp::auth {

/// What somebody says who makes an account of their own.
struct NewAccount
{
    QString email;
    QString fullName;
    std::string passwordHash;
    QString device;
};

/// Makes accounts of people who are signed in by that at once.
class AccountService
{
public:
    AccountService(const SignInService &signIn, const UserService &users)
        : m_signIn(signIn)
        , m_users(users)
    {}

    /// EmailTaken. Whether there may be such an account is the caller's question.
    Result<Opened> add(storage::UnitOfWork &work, const NewAccount &account, Role role,
                       const Act &act) const;

private:
    const SignInService &m_signIn;
    const UserService &m_users;
};

} // namespace tp::auth
