// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/passwordsigninservice.h"

#include "backend/auth/passwordhash.h"
#include "backend/auth/throttleservice.h"
#include "backend/auth/userstore.h"
#include "backend/journal/auditlog.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

Error wrongPair()
{
    return {ErrorCode::InvalidCredentials, u"the e-mail or the password is wrong"_s, {}};
}

} // namespace

Result<PasswordVerdict> judgePassword(const std::optional<User> &user, const QString &password)
{
    const bool hasPassword = user && user->passwordHash;
    const std::string &hash = hasPassword ? *user->passwordHash : PasswordHash::ofNobody();
    PasswordVerdict verdict;
    verdict.fits = PasswordHash::fits(hash, password) && hasPassword;
    if (verdict.fits && PasswordHash::isOutdated(hash)) {
        TP_TRY(verdict.betterHash, PasswordHash::of(password));
    }
    return verdict;
}

Result<PasswordSignIn> PasswordSignInService::lookUp(storage::Session &session,
                                                     const QString &emailKey,
                                                     const std::string &address, qint64 nowMs)
{
    PasswordSignIn signIn;
    signIn.account = ThrottleService::accountKey(emailKey);
    TP_CHECK(ThrottleService::checkSignIn(session, signIn.account, address, nowMs));
    TP_TRY(signIn.user, UserStore::findByEmail(session, emailKey));
    return signIn;
}

Result<PasswordSignInService::Ended>
PasswordSignInService::refuse(storage::UnitOfWork &work, const PasswordSignIn &signIn,
                              const char *reason, const Error &error, const Act &act) const
{
    TP_CHECK(ThrottleService::noteWrongSignIn(work, signIn.account, act));
    TP_CHECK(journal::AuditLog::add(work, act.origin,
                                    {"sign_in.refused",
                                     signIn.user ? signIn.user->id.toString() : std::string(),
                                     R"({"reason":")" + std::string(reason) + R"("})"}));
    return Ended{{}, error};
}

Result<PasswordSignInService::Ended> PasswordSignInService::finish(storage::UnitOfWork &work,
                                                                   const PasswordSignIn &signIn,
                                                                   const PasswordVerdict &verdict,
                                                                   const Extra &extra,
                                                                   const Act &act) const
{
    TP_CHECK(ThrottleService::checkSignInAgain(work, signIn.account, act.origin.address));
    if (!verdict.fits)
        return refuse(work, signIn, signIn.user ? "password" : "unknown", wrongPair(), act);
    TP_TRY(const auto user, UserStore::findToChange(work, signIn.user->id));
    if (!user || !user->isActive)
        return refuse(work, signIn, "disabled", wrongPair(), act);
    if (user->passwordHash != signIn.user->passwordHash)
        return refuse(work, signIn, "password", wrongPair(), act); // Changed meanwhile.
    if (user->hasTotp) {
        if (!extra.totp)
            return Ended{{}, Error{ErrorCode::TotpRequired, u"send a code as totp"_s, {}}};
        TP_TRY(const bool isGood, m_totp.accepts(work, *user, *extra.totp, act));
        if (!isGood)
            return refuse(work, signIn, "totp",
                          {ErrorCode::TotpRequired, u"this code is not right"_s, {}}, act);
    }
    if (verdict.betterHash)
        TP_CHECK(UserStore::setPasswordHash(work, user->id, *verdict.betterHash));
    TP_TRY(Opened opened, m_signIn.open(work, *user, {extra.device, false}, act));
    return Ended{std::move(opened), {}};
}

} // namespace tp::auth
