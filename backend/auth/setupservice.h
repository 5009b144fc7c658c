// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/accountservice.h"

namespace tp::auth {

/// The first admin of an empty shop.
class SetupService
{
public:
    SetupService(const SignInService &signIn, const UserService &users) : m_accounts(signIn, users)
    {}

    /// Whether nobody was ever made admin.
    static Result<bool> isNeeded(storage::Session &session);

    /// AlreadySetUp, EmailTaken. Two at once: one of them is the first.
    Result<Opened> finish(storage::UnitOfWork &work, const NewAccount &admin, const Act &act) const;

private:
    AccountService m_accounts;
};

} // namespace tp::auth
