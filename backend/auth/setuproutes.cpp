// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/setuproutes.h"

#include "backend/auth/callroutes.h"
#include "backend/auth/emailtext.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/passwordrules.h"
#include "backend/auth/setupservice.h"
#include "backend/contract/session.h"
#include "backend/http/router.h"
#include "backend/kernel/secrettext.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;

struct CheckedSetup
{
    contract::Setup body;
    QString email;
};

struct HashedSetup
{
    CheckedSetup checked;
    std::string passwordHash;
};

bool isCode(const std::string &code, const QString &typed)
{
    const std::string wanted = typedCodeKey(code);
    const std::string given = typedCodeKey(typed.toStdString());
    return !wanted.empty() && isSameSecret(wanted, given);
}

Result<CheckedSetup> checkedSetup(const PasswordRules &rules, const std::string &code, const Call &,
                                  const contract::Setup &body, storage::Snapshot &snapshot)
{
    TP_TRY(const bool isNeeded, SetupService::isNeeded(snapshot));
    if (!isNeeded)
        return Error{ErrorCode::AlreadySetUp, u"this shop has its first admin"_s, {}};
    if (!isCode(code, body.code))
        return Error{ErrorCode::SetupCodeWrong,
                     u"the code is what serve printed on standard error when it started"_s,
                     {}};
    TP_TRY(QString email, checkedEmail(body.email, u"/email"_s));
    TP_CHECK(rules.check(body.password, email, u"/password"_s));
    return CheckedSetup{body, std::move(email)};
}

} // namespace

void addSetupRoute(http::Router &router, const SignInService &signIn, const UserService &users,
                   const PasswordRules &rules, const std::string &code, NameShop nameShop)
{
    router.post("/api/setup")
        .summary(u"Make the first admin of an empty shop, and name the shop"_s)
        .tag(u"Auth"_s)
        .open()
        .withoutIdempotencyKey()
        .query({cookieParam()})
        .answers<contract::Session>(201)
        .problems({ErrorCode::SetupCodeWrong, ErrorCode::AlreadySetUp, ErrorCode::EmailTaken})
        .writesComputed<contract::Setup, CheckedSetup, HashedSetup>(
            [&rules, code](const Call &call, const contract::Setup &body,
                           storage::Snapshot &snapshot) {
                return checkedSetup(rules, code, call, body, snapshot);
            },
            [](const Call &, const CheckedSetup &checked) -> Result<HashedSetup> {
                TP_TRY(std::string hash, PasswordHash::of(checked.body.password));
                return HashedSetup{checked, std::move(hash)};
            },
            [service = SetupService(signIn, users),
             nameShop = std::move(nameShop)](const Call &call, const HashedSetup &hashed,
                                             storage::UnitOfWork &work) -> Result<Answer> {
                const contract::Setup &body = hashed.checked.body;
                TP_TRY(const Opened opened, service.finish(work,
                                                           {hashed.checked.email, body.fullName,
                                                            hashed.passwordHash, body.device},
                                                           actOf(call)));
                if (body.shop)
                    TP_CHECK(nameShop(work, *body.shop, call.origin()));
                return sessionAnswer(call, 201, opened, work);
            });
}

} // namespace tp::auth
