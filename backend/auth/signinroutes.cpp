// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/signinroutes.h"

#include "backend/auth/callroutes.h"
#include "backend/auth/emailtext.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/passwordsigninservice.h"
#include "backend/contract/session.h"
#include "backend/contract/signin.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;

/// What was typed, and what it is to be held against.
struct Typed
{
    contract::Login login;
    PasswordSignIn signIn;
};

struct Judged
{
    Typed typed;
    PasswordVerdict verdict;
};

Result<Typed> lookUp(const Call &call, const contract::Login &body, storage::Snapshot &snapshot)
{
    TP_TRY(PasswordSignIn signIn, PasswordSignInService::lookUp(snapshot, emailKey(body.email),
                                                                call.request().peer, call.nowMs()));
    return Typed{body, std::move(signIn)};
}

Result<Judged> judge(const Call &, const Typed &typed)
{
    TP_TRY(PasswordVerdict verdict, judgePassword(typed.signIn.user, typed.login.password));
    return Judged{typed, std::move(verdict)};
}

} // namespace

void addSignInRoutes(http::Router &router, const SignInService &signIn, const TotpService &totp)
{
    router.post("/api/auth/login")
        .summary(u"Sign in with a password"_s)
        .description(u"A wrong e-mail and a wrong password are answered alike, after the same "
                     "time. After 10 wrong tries of an account or 100 from an address within 15 "
                     "minutes the answer is 429."_s)
        .tag(u"Auth"_s)
        .open()
        .withoutIdempotencyKey()
        .query({cookieParam()})
        .answers<contract::Session>(200)
        .problems(
            {ErrorCode::InvalidCredentials, ErrorCode::TotpRequired, ErrorCode::TooManyRequests})
        .writesComputed<contract::Login, Typed, Judged>(
            lookUp, judge,
            [service =
                 PasswordSignInService(signIn, totp)](const Call &call, const Judged &judged,
                                                      storage::UnitOfWork &work) -> Result<Answer> {
                const auto &login = judged.typed.login;
                TP_TRY(const auto ended, service.finish(work, judged.typed.signIn, judged.verdict,
                                                        {login.totp, login.device}, actOf(call)));
                if (ended.refused)
                    return Answer::refused(*ended.refused);
                return sessionAnswer(call, 200, *ended.opened, work);
            });
}

} // namespace tp::auth
