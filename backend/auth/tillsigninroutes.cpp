// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/callroutes.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/pinsigninservice.h"
#include "backend/auth/signinroutes.h"
#include "backend/contract/session.h"
#include "backend/contract/signin.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;

struct TypedPin
{
    Till till;
    std::optional<User> user;
    QString pin;
};

struct JudgedPin
{
    TypedPin typed;
    bool fits = false;
};

Result<TypedPin> lookUpPin(const Call &call, const contract::PinSignIn &body,
                           storage::Snapshot &snapshot)
{
    const std::string *secret = call.request().header("x-till-secret");
    TP_TRY(Till till, PinSignInService::tillOf(snapshot, body.registerId, *secret));
    TP_TRY(auto user, PinSignInService::lookUp(snapshot, body.userId, call.nowMs()));
    return TypedPin{std::move(till), std::move(user), body.pin};
}

/// As long for nobody as for somebody.
Result<JudgedPin> judgePin(const Call &, const TypedPin &typed)
{
    const std::string &hash = typed.user ? *typed.user->pinHash : PasswordHash::ofNobody();
    return JudgedPin{typed, PasswordHash::fits(hash, typed.pin)};
}

} // namespace

void addTillSignInRoutes(http::Router &router, const SignInService &signIn)
{
    router.post("/api/auth/pin")
        .summary(u"Sign in at a till with a PIN"_s)
        .description(u"From the fifth wrong try in a row on one waits, longer each time (429); "
                     "after the tenth the PIN is locked (403) until a manager unlocks it."_s)
        .tag(u"Auth"_s)
        .openToTills()
        .withoutIdempotencyKey()
        .query({cookieParam()})
        .answers<contract::Session>(200)
        .problems({ErrorCode::InvalidCredentials, ErrorCode::PinLocked, ErrorCode::TooManyRequests})
        .writesComputed<contract::PinSignIn, TypedPin, JudgedPin>(
            lookUpPin, judgePin,
            [service = PinSignInService(signIn)](const Call &call, const JudgedPin &judged,
                                                 storage::UnitOfWork &work) -> Result<Answer> {
                TP_TRY(const auto ended, service.finish(work, judged.typed.till, judged.typed.user,
                                                        judged.fits, actOf(call)));
                if (ended.refused)
                    return Answer::refused(*ended.refused);
                return sessionAnswer(call, 200, *ended.opened, work);
            });

    router.post("/api/auth/till")
        .summary(u"Sign in as a till, to record what it has sold"_s)
        .tag(u"Auth"_s)
        .open()
        .withoutIdempotencyKey()
        .query({cookieParam()})
        .answers<contract::Session>(200)
        .problems({ErrorCode::Unauthorized})
        .writes<contract::TillSignIn>([&signIn](const Call &call, const contract::TillSignIn &body,
                                                storage::UnitOfWork &work) -> Result<Answer> {
            TP_TRY(const Till till,
                   PinSignInService::tillWith(work, body.tillId, body.secret.toStdString()));
            TP_TRY(const Opened opened, signIn.openForTill(work, till.id, till.code, actOf(call)));
            return sessionAnswer(call, 200, opened, work);
        });
}

} // namespace tp::auth
