// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/registrationservice.h"

#include "backend/auth/throttleservice.h"
#include "backend/auth/userstore.h"

using namespace Qt::StringLiterals;

namespace tp::auth {

Result<void> RegistrationService::check(storage::Session &session, const QString &email,
                                        const std::string &address, qint64 nowMs)
{
    auto rows = session.query("SELECT registration_open FROM shop_policies");
    const bool isOpen = rows.next() && rows.boolean(0);
    TP_CHECK(rows.finish());
    if (!isOpen)
        return Error{ErrorCode::RegistrationClosed, u"this shop takes no new accounts"_s, {}};
    TP_CHECK(ThrottleService::checkRegistration(session, address, nowMs));
    TP_TRY(const auto taken, UserStore::findByEmail(session, email));
    if (taken)
        return Error{ErrorCode::EmailTaken, u"another account has this e-mail"_s, {}};
    return {};
}

Result<Opened> RegistrationService::add(storage::UnitOfWork &work, const NewAccount &account,
                                        const Act &act) const
{
    TP_CHECK(check(work, account.email, act.origin.address, work.nowMs()));
    TP_CHECK(ThrottleService::noteRegistration(work, act.origin.address));
    return m_accounts.add(work, account, Role::Customer, act);
}

} // namespace tp::auth
