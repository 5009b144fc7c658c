// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/accountservice.h"

namespace tp::auth {

/// Lets strangers make accounts, as customers, where the shop is open for them.
class RegistrationService
{
public:
    RegistrationService(const SignInService &signIn, const UserService &users)
        : m_accounts(signIn, users)
    {}

    /// RegistrationClosed, EmailTaken, TooManyRequests.
    static Result<void> check(storage::Session &session, const QString &email,
                              const std::string &address, qint64 nowMs);

    /// Checks again, because others were at it meanwhile.
    Result<Opened> add(storage::UnitOfWork &work, const NewAccount &account, const Act &act) const;

private:
    AccountService m_accounts;
};

} // namespace tp::auth
