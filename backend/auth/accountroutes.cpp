// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/accountroutes.h"

#include "backend/auth/callroutes.h"
#include "backend/auth/totp.h"
#include "backend/auth/totpservice.h"
#include "backend/auth/userqueries.h"
#include "backend/auth/userservice.h"
#include "backend/contract/session.h"
#include "backend/contract/signin.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;

Answer profileAnswer(const contract::Profile &profile)
{
    return Answer::json(200, contract::Profile::object().toJson(profile))
        .withEtag(std::to_string(profile.version));
}

Result<Answer> getProfile(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const UserId id, personOf(call));
    TP_TRY(const auto profile, UserQueries::profile(snapshot, id));
    return profileAnswer(profile);
}

/// Whoever the token is for, as they are in this unit of work.
Result<User> selfIn(const Call &call, storage::UnitOfWork &work)
{
    TP_TRY(const UserId id, personOf(call));
    return UserService::foundToChange(work, id);
}

Result<Answer> changeProfile(const UserService &users, const Call &call,
                             const contract::ChangeProfile &body, storage::UnitOfWork &work)
{
    TP_TRY(const User self, selfIn(call, work));
    TP_CHECK(call.requireMatch(self.version));
    TP_TRY(const auto before, UserQueries::profile(work, self.id));
    TP_TRY(const auto current, contract::parseJson(contract::Profile::object().toJson(before)));
    TP_CHECK(contract::unchanged(body.readOnly, current));
    UserChange change;
    change.fullName = body.fullName.to;
    change.locale = body.locale.to;
    TP_CHECK(users.changeSelf(work, actOf(call), self, change));
    TP_TRY(const auto after, UserQueries::profile(work, self.id));
    return profileAnswer(after);
}

Result<Answer> enrolTotp(const TotpService &totp, const Call &call, storage::UnitOfWork &work)
{
    TP_TRY(const User self, selfIn(call, work));
    TP_TRY(const QByteArray secret, totp.enrol(work, self));
    const QString account = self.email.value_or(self.fullName);
    return Answer::json(
        200, contract::TotpEnrolment::object().toJson(
                 {Totp::base32(secret), Totp::otpauthUrl(u"Tradepost"_s, account, secret)}));
}

Result<Answer> confirmTotp(const TotpService &totp, const Call &call,
                           const contract::TotpCode &body, storage::UnitOfWork &work)
{
    TP_TRY(const User self, selfIn(call, work));
    TP_TRY(const auto codes, totp.confirm(work, self, body.code, actOf(call)));
    contract::RecoveryCodes answer;
    for (const std::string &code : codes)
        answer.recoveryCodes.append(QString::fromStdString(code));
    return Answer::json(200, contract::RecoveryCodes::object().toJson(answer));
}

} // namespace

void addProfileRoutes(http::Router &router, const UserService &users)
{
    router.get("/api/auth/profile")
        .summary(u"Who one is"_s)
        .tag(u"Auth"_s)
        .answers<contract::Profile>(200)
        .problems({ErrorCode::NotFound})
        .quick(getProfile);

    router.put("/api/auth/profile")
        .summary(u"Change what one is called and which language one speaks"_s)
        .tag(u"Auth"_s)
        .answers<contract::Profile>(200)
        .problems({ErrorCode::NotFound, ErrorCode::StaleVersion})
        .writes<contract::ChangeProfile>(
            [&users](const Call &call, const contract::ChangeProfile &body,
                     storage::UnitOfWork &work) { return changeProfile(users, call, body, work); });
}

void addTotpRoutes(http::Router &router, const TotpService &totp, const UserService &users)
{
    router.post("/api/auth/totp")
        .summary(u"Begin to set up a second factor (RFC 6238)"_s)
        .description(u"Nothing is asked for until it is confirmed with a first code."_s)
        .tag(u"Auth"_s)
        .withoutIdempotencyKey()
        .answers<contract::TotpEnrolment>(200)
        .problems({ErrorCode::TotpActive, ErrorCode::NotFound})
        .writes([&totp](const Call &call, storage::UnitOfWork &work) {
            return enrolTotp(totp, call, work);
        });

    router.post("/api/auth/totp/confirm")
        .summary(u"Turn the second factor on, and get the recovery codes"_s)
        .tag(u"Auth"_s)
        .withoutIdempotencyKey()
        .answers<contract::RecoveryCodes>(200)
        .problems({ErrorCode::TotpActive, ErrorCode::Conflict, ErrorCode::NotFound})
        .writes<contract::TotpCode>(
            [&totp](const Call &call, const contract::TotpCode &body, storage::UnitOfWork &work) {
                return confirmTotp(totp, call, body, work);
            });

    router.remove("/api/auth/totp")
        .summary(u"Take the second factor away"_s)
        .tag(u"Auth"_s)
        .answersNothing()
        .problems({ErrorCode::NotFound})
        .writes([&users](const Call &call, storage::UnitOfWork &work) -> Result<Answer> {
            TP_TRY(const User self, selfIn(call, work));
            UserChange change;
            change.dropTotp = true;
            TP_CHECK(users.changeSelf(work, actOf(call), self, change));
            return Answer::nothing();
        });
}

} // namespace tp::auth
