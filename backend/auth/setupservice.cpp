// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/setupservice.h"

#include "backend/auth/signingkeystore.h"

using namespace Qt::StringLiterals;

namespace tp::auth {

Result<bool> SetupService::isNeeded(storage::Session &session)
{
    auto rows = session.query("SELECT 1 FROM users WHERE roles >= 16 LIMIT 1");
    const bool hasAdmin = rows.next();
    TP_CHECK(rows.finish());
    return !hasAdmin;
}

Result<Opened> SetupService::finish(storage::UnitOfWork &work, const NewAccount &admin,
                                    const Act &act) const
{
    TP_CHECK(SigningKeyStore::lock(work));
    TP_TRY(const bool needed, isNeeded(work));
    if (!needed)
        return Error{ErrorCode::AlreadySetUp, u"this shop has its first admin"_s, {}};
    return m_accounts.add(work, admin, Role::Admin, act);
}

} // namespace tp::auth
