// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/signinservice.h"

#include "backend/auth/accesstoken.h"
#include "backend/auth/userstore.h"
#include "backend/journal/auditlog.h"
#include "backend/kernel/secrettext.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

Error notGood()
{
    return {ErrorCode::Unauthorized, u"this refresh token is not good"_s, {}};
}

Origin originOf(const Act &act, const std::string &actor)
{
    return {actor, act.origin.address, act.origin.requestId};
}

} // namespace

Result<bool> SignInService::mustEnrol(storage::UnitOfWork &work, const User &user) const
{
    if (user.hasTotp)
        return false;
    auto rows = work.query("SELECT totp_roles FROM shop_policies");
    const Roles asked = rows.next() ? rolesOf(rows.integer(0)) : Roles();
    TP_CHECK(rows.finish());
    return (asked & user.roles).any();
}

Result<Opened> SignInService::issue(storage::UnitOfWork &work, const SessionStore::Row &session,
                                    const User *user) const
{
    const auto ring = m_keys.ring();
    const SigningKey *key = ring->signing(work.nowMs());
    if (!key)
        return Error{ErrorCode::Unavailable, u"there is no key to sign tokens with yet"_s, {}};
    Opened opened;
    opened.sessionId = session.id;
    opened.userId = session.userId;
    opened.refreshToken = newSecret(m_random);
    TP_CHECK(SessionStore::insertToken(work, secretHash(opened.refreshToken), session.id));
    AccessClaims claims;
    claims.subject = user ? user->id.toString() : session.tillId->toString();
    claims.sessionId = session.id;
    qint64 bornMs = work.nowMs();
    claims.isTill = !user;
    claims.nowMs = work.nowMs();
    if (user) {
        claims.roles = user->roles;
        TP_TRY(bornMs, SessionStore::birthOf(work, user->id));
        // A PIN is good at a till alone, which is what a second factor would be.
        if (!session.isPin) {
            TP_TRY(claims.mustEnrol, mustEnrol(work, *user));
        }
        opened.mustEnrol = claims.mustEnrol;
    }
    claims.tokenId = Uuid::v7(bornMs, m_random);
    opened.accessToken = accessToken(*ring, *key, claims);
    return opened;
}

Result<Opened> SignInService::open(storage::UnitOfWork &work, const User &user, const Way &way,
                                   const Act &act) const
{
    SessionStore::Row session;
    session.id = SessionId(work.newId());
    session.userId = user.id;
    session.device = way.device;
    session.address = act.origin.address;
    session.isPin = way.isPin;
    session.expiresAtMs = work.nowMs() + IdleMs;
    TP_CHECK(SessionStore::insert(work, session));
    TP_CHECK(UserStore::noteSignIn(work, user.id));
    TP_CHECK(
        journal::AuditLog::add(work, originOf(act, user.id.toString()),
                               {way.isPin ? "sign_in.pin" : "sign_in", session.id.toString()}));
    return issue(work, session, &user);
}

Result<Opened> SignInService::openForTill(storage::UnitOfWork &work, TillId till,
                                          const QString &code, const Act &act) const
{
    SessionStore::Row session;
    session.id = SessionId(work.newId());
    session.tillId = till;
    session.device = code;
    session.address = act.origin.address;
    session.expiresAtMs = work.nowMs() + IdleMs;
    TP_CHECK(SessionStore::insert(work, session));
    TP_CHECK(journal::AuditLog::add(work, originOf(act, till.toString()),
                                    {"sign_in.till", session.id.toString()}));
    return issue(work, session, nullptr);
}

Result<SignInService::Refreshed> SignInService::refresh(storage::UnitOfWork &work,
                                                        std::string_view refreshToken,
                                                        const Act &act) const
{
    const std::string hash = secretHash(refreshToken);
    TP_TRY(const auto sessionId, SessionStore::sessionOf(work, hash));
    if (!sessionId)
        return Refreshed{{}, notGood()};
    TP_TRY(auto session, SessionStore::find(work, *sessionId));
    if (!session || session->isEnded || session->expiresAtMs <= work.nowMs())
        return Refreshed{{}, notGood()};
    TP_TRY(const bool isFirst, SessionStore::useToken(work, hash));
    const std::string whose =
        session->userId ? session->userId->toString() : session->tillId->toString();
    if (!isFirst) {
        TP_CHECK(SessionStore::end(work, session->id));
        m_ended.endSession(session->id.toString(), work.nowMs());
        TP_CHECK(journal::AuditLog::add(work, originOf(act, whose),
                                        {"session.token_reused", session->id.toString()}));
        return Refreshed{{}, notGood()};
    }
    std::optional<User> user;
    if (session->userId) {
        TP_TRY(user, UserStore::findToChange(work, *session->userId));
        if (!user || !user->isActive)
            return Refreshed{{}, notGood()};
    }
    TP_TRY(const bool isOpen, SessionStore::prolong(work, session->id, work.nowMs() + IdleMs));
    if (!isOpen)
        return Refreshed{{}, notGood()};
    TP_TRY(Opened opened, issue(work, *session, user ? &*user : nullptr));
    return Refreshed{std::move(opened), {}};
}

} // namespace tp::auth
