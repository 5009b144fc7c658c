// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/pinsigninservice.h"

#include "backend/auth/userstore.h"
#include "backend/journal/auditlog.h"
#include "backend/kernel/secrettext.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

Error noSuchTill()
{
    return {ErrorCode::Unauthorized, u"this is not the secret of the till"_s, {}};
}

Error wrongPin()
{
    return {ErrorCode::InvalidCredentials, u"the PIN is wrong"_s, {}};
}

Result<Till> tillIn(storage::Rows rows, std::string_view secret)
{
    std::optional<Till> till;
    if (rows.next()) {
        const bool fits = isSameSecret(secretHash(secret), rows.text(1));
        const auto id = TillId::parse(rows.text(0));
        if (fits && id) {
            till =
                Till{*id, QString::fromUtf8(rows.text(2).data(), qsizetype(rows.text(2).size()))};
        }
    }
    TP_CHECK(rows.finish());
    if (till)
        return *till;
    return noSuchTill();
}

Result<void> checkPinLock(const PinLock &lock, qint64 nowMs)
{
    if (lock.isLocked())
        return Error{ErrorCode::PinLocked, u"a manager has to unlock this PIN"_s, {}};
    const qint64 waitMs = lock.waitMs(nowMs);
    if (waitMs <= 0)
        return {};
    Error error{ErrorCode::TooManyRequests, u"the PIN was wrong too often: wait"_s, {}};
    error.retryAfterS = int((waitMs + 999) / 1000);
    return error;
}

Result<std::optional<User>> whoMayTry(const std::optional<User> &user, qint64 nowMs)
{
    if (!user || !user->isActive || !user->pinHash || !isStaff(user->roles))
        return std::optional<User>();
    TP_CHECK(checkPinLock(user->pinLock, nowMs));
    return user;
}

} // namespace

Result<Till> PinSignInService::tillOf(storage::Session &session, RegisterId registerId,
                                      std::string_view secret)
{
    return tillIn(session.query("SELECT till_id, secret_hash, code FROM claimed_tills "
                                "WHERE register_id = $1",
                                {registerId}),
                  secret);
}

Result<Till> PinSignInService::tillWith(storage::Session &session, TillId id,
                                        std::string_view secret)
{
    return tillIn(session.query("SELECT till_id, secret_hash, code FROM claimed_tills "
                                "WHERE till_id = $1",
                                {id}),
                  secret);
}

Result<std::optional<User>> PinSignInService::lookUp(storage::Session &session, UserId id,
                                                     qint64 nowMs)
{
    TP_TRY(const auto user, UserStore::find(session, id));
    return whoMayTry(user, nowMs);
}

Result<PinSignInService::Ended> PinSignInService::finish(storage::UnitOfWork &work,
                                                         const Till &till,
                                                         const std::optional<User> &before,
                                                         bool fits, const Act &act) const
{
    if (!before)
        return Ended{{}, wrongPin()};
    // Tries that were hashed at the same time count each other.
    TP_TRY(const auto now, UserStore::findToChange(work, before->id));
    TP_TRY(const auto user, whoMayTry(now, work.nowMs()));
    if (!user)
        return Ended{{}, wrongPin()};
    if (fits && user->pinHash == before->pinHash) {
        if (user->pinLock.failures > 0)
            TP_CHECK(UserStore::setPinLock(work, user->id, {}));
        TP_TRY(Opened opened, m_signIn.open(work, *user, {till.code, true}, act));
        return Ended{std::move(opened), {}};
    }
    const PinLock lock{user->pinLock.failures + 1, work.nowMs()};
    TP_CHECK(UserStore::setPinLock(work, user->id, lock));
    TP_CHECK(journal::AuditLog::add(
        work, {till.id.toString(), act.origin.address, act.origin.requestId},
        {lock.isLocked() ? "pin.locked" : "sign_in.pin_refused", user->id.toString()}));
    return Ended{{}, wrongPin()};
}

} // namespace tp::auth
