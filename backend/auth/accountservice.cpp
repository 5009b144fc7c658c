// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/accountservice.h"

#include "backend/auth/userstore.h"

namespace tp::auth {

Result<Opened> AccountService::add(storage::UnitOfWork &work, const NewAccount &account, Role role,
                                   const Act &act) const
{
    NewUserDetails details;
    details.email = account.email;
    details.fullName = account.fullName;
    details.roles.set(std::size_t(role));
    details.passwordHash = account.passwordHash;
    TP_TRY(const auto created, m_users.create(work, act, details));
    TP_TRY(const auto user, UserStore::find(work, created.id));
    return m_signIn.open(work, *user, {account.device, false}, act);
}

} // namespace tp::auth
