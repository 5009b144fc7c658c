// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/accountroutes.h"
#include "backend/auth/callroutes.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/passwordrules.h"
#include "backend/auth/passwordsigninservice.h"
#include "backend/auth/throttleservice.h"
#include "backend/auth/userservice.h"
#include "backend/contract/signin.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;

struct OwnPassword
{
    User self;
    std::string account; ///< What wrong tries are counted by, here and at sign-in.
    contract::PasswordChange body;
};

struct JudgedPassword
{
    User self;
    std::string account;
    bool fits = false;
    std::string newHash;
};

Result<OwnPassword> lookUpPassword(const PasswordRules &rules, const Call &call,
                                   const contract::PasswordChange &body,
                                   storage::Snapshot &snapshot)
{
    TP_TRY(const UserId id, personOf(call));
    TP_TRY(User self, UserService::found(snapshot, id));
    TP_CHECK(rules.check(body.newPassword, self.email.value_or(QString()), u"/new_password"_s));
    std::string account = ThrottleService::accountKey(self.email.value_or(self.id.toQString()));
    TP_CHECK(ThrottleService::checkSignIn(snapshot, account, call.request().peer, call.nowMs()));
    return OwnPassword{std::move(self), std::move(account), body};
}

Result<JudgedPassword> judgeOwnPassword(const Call &, const OwnPassword &own)
{
    TP_TRY(const PasswordVerdict verdict, judgePassword(own.self, own.body.currentPassword));
    JudgedPassword judged{own.self, own.account, verdict.fits, {}};
    if (judged.fits) {
        TP_TRY(judged.newHash, PasswordHash::of(own.body.newPassword));
    }
    return judged;
}

} // namespace

void addPasswordRoute(http::Router &router, const UserService &users, const PasswordRules &rules)
{
    router.post("/api/auth/password")
        .summary(u"Change one's password"_s)
        .description(u"One's other sessions end. A wrong current password is 401, and counts as a "
                     "wrong sign-in."_s)
        .tag(u"Auth"_s)
        .withoutIdempotencyKey()
        .answersNothing()
        .problems({ErrorCode::InvalidCredentials, ErrorCode::TooManyRequests, ErrorCode::NotFound})
        .writesComputed<contract::PasswordChange, OwnPassword, JudgedPassword>(
            [&rules](const Call &call, const contract::PasswordChange &body,
                     storage::Snapshot &snapshot) {
                return lookUpPassword(rules, call, body, snapshot);
            },
            judgeOwnPassword,
            [&users](const Call &call, const JudgedPassword &judged,
                     storage::UnitOfWork &work) -> Result<Answer> {
                TP_CHECK(
                    ThrottleService::checkSignInAgain(work, judged.account, call.request().peer));
                TP_TRY(const User self, UserService::foundToChange(work, judged.self.id));
                if (!judged.fits || self.passwordHash != judged.self.passwordHash) {
                    TP_CHECK(ThrottleService::noteWrongSignIn(work, judged.account, actOf(call)));
                    return Answer::refused(
                        {ErrorCode::InvalidCredentials, u"the current password is wrong"_s, {}});
                }
                UserChange change;
                change.passwordHash = judged.newHash;
                TP_CHECK(users.changeSelf(work, actOf(call), self, change));
                return Answer::nothing();
            });
}

} // namespace tp::auth
