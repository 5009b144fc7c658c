// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/sessionendservice.h"

#include "backend/auth/sessionstore.h"
#include "backend/journal/auditlog.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
Result<void> SessionEndService::signOut(storage::UnitOfWork &work, const Act &act) const
{
    const SessionId session = act.actor.sessionId;
    if (session.isNil()) {
        const auto user = UserId::parse(act.actor.id.toStdString());
        if (!user)
            return {};
        TP_TRY(const qint64 beforeMs, SessionStore::cutOff(work, *user));
        m_ended.cutOff(user->toString(), beforeMs);
    } else {
        TP_CHECK(SessionStore::end(work, session));
        m_ended.endSession(session.toString(), work.nowMs());
    }
    return journal::AuditLog::add(work, act.origin, {"sign_out", session.toString()});
}

Result<void> SessionEndService::end(storage::UnitOfWork &work, UserId owner, SessionId session,
                                    const Act &act) const
{
    TP_TRY(const auto found, SessionStore::find(work, session));
    if (!found || found->userId != owner || found->isEnded)
        return Error{ErrorCode::NotFound, u"you have no such session"_s, {}};
    TP_CHECK(SessionStore::end(work, session));
    m_ended.endSession(session.toString(), work.nowMs());
    return journal::AuditLog::add(work, act.origin, {"session.ended", session.toString()});
}

Result<void> SessionEndService::endOfTill(storage::UnitOfWork &work, TillId till) const
{
    TP_TRY(const auto ended, SessionStore::endOfTill(work, till));
    for (const SessionId id : ended)
        m_ended.endSession(id.toString(), work.nowMs());
    return {};
}

} // namespace tp::auth
