// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/callroutes.h"
#include "backend/auth/emailtext.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/passwordrules.h"
#include "backend/auth/registrationservice.h"
#include "backend/auth/signinroutes.h"
#include "backend/contract/session.h"
#include "backend/contract/signin.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;

/// An account that may be made, but for its hash.
struct Wanted
{
    contract::Registration body;
    QString email;
};

struct Hashed
{
    Wanted wanted;
    std::string passwordHash;
};

} // namespace

void addRegistrationRoute(http::Router &router, const SignInService &signIn,
                          const UserService &users, const PasswordRules &rules)
{
    router.post("/api/auth/register")
        .summary(u"Make an account of one's own, as a customer"_s)
        .tag(u"Auth"_s)
        .open()
        .withoutIdempotencyKey()
        .query({cookieParam()})
        .answers<contract::Session>(201)
        .problems(
            {ErrorCode::EmailTaken, ErrorCode::RegistrationClosed, ErrorCode::TooManyRequests})
        .writesComputed<contract::Registration, Wanted, Hashed>(
            [&rules](const Call &call, const contract::Registration &body,
                     storage::Snapshot &snapshot) -> Result<Wanted> {
                TP_TRY(QString email, checkedEmail(body.email, u"/email"_s));
                TP_CHECK(rules.check(body.password, email, u"/password"_s));
                TP_CHECK(
                    RegistrationService::check(snapshot, email, call.request().peer, call.nowMs()));
                return Wanted{body, std::move(email)};
            },
            [](const Call &, const Wanted &wanted) -> Result<Hashed> {
                TP_TRY(std::string hash, PasswordHash::of(wanted.body.password));
                return Hashed{wanted, std::move(hash)};
            },
            [service =
                 RegistrationService(signIn, users)](const Call &call, const Hashed &hashed,
                                                     storage::UnitOfWork &work) -> Result<Answer> {
                TP_TRY(const Opened opened,
                       service.add(work,
                                   {hashed.wanted.email, hashed.wanted.body.fullName,
                                    hashed.passwordHash, hashed.wanted.body.device},
                                   actOf(call)));
                return sessionAnswer(call, 201, opened, work);
            });
}

} // namespace tp::auth
