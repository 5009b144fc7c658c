// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/sessionroutes.h"

#include "backend/auth/callroutes.h"
#include "backend/auth/sessionendservice.h"
#include "backend/auth/sessionqueries.h"
#include "backend/contract/session.h"
#include "backend/contract/signin.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;

Result<Answer> validate(const Call &call)
{
    const Actor &actor = call.actor();
    contract::ValidToken valid;
    valid.userId = actor.id;
    for (int i = 0; i < int(Role::Count); ++i) {
        if (hasRole(actor.roles, Role(i)))
            valid.roles.append(Role(i));
    }
    for (int i = 0; i < int(Permission::Count); ++i) {
        if (actor.may(Permission(i)))
            valid.permissions.append(Permission(i));
    }
    valid.expiresAt = {actor.expiresAtMs};
    return Answer::json(200, contract::ValidToken::object().toJson(valid));
}

std::string sessionCursor(const SessionQueries::After &after)
{
    return http::encodeCursor({std::to_string(after.lastUsedMs), after.id});
}

Result<Answer> listSessions(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const UserId user, personOf(call));
    TP_TRY(const auto cursor, call.cursor(2));
    std::optional<SessionQueries::After> after;
    if (cursor) {
        TP_TRY(const qint64 lastUsedMs, http::cursorNumber(cursor->at(0)));
        after = SessionQueries::After{lastUsedMs, cursor->at(1)};
    }
    TP_TRY(std::string page,
           SessionQueries::list(snapshot, user, call.actor().sessionId, call.nowMs(), after,
                                call.limit(), sessionCursor));
    return Answer::json(200, std::move(page));
}

Result<Answer> refresh(const SignInService &signIn, const Call &call, const contract::Refresh &body,
                       storage::UnitOfWork &work)
{
    std::optional<std::string> token = cookieToken(call);
    const bool isCookie = !body.refreshToken && token;
    if (body.refreshToken)
        token = body.refreshToken->toStdString();
    if (!token)
        return Error{ErrorCode::Unauthorized, u"send refresh_token, or the cookie"_s, {}};
    TP_TRY(const auto refreshed, signIn.refresh(work, *token, actOf(call)));
    if (refreshed.refused)
        return Answer::refused(*refreshed.refused);
    return sessionAnswer(call, 200, *refreshed.opened, work, isCookie);
}

} // namespace

void addSessionRoutes(http::Router &router, const SignInService &signIn, EndedTokens &ended)
{
    router.get("/api/auth/validate")
        .summary(u"What the token is good for"_s)
        .tag(u"Auth"_s)
        .answers<contract::ValidToken>(200)
        .answersWith(validate);

    router.post("/api/auth/refresh")
        .summary(u"The next session for a refresh token"_s)
        .description(u"A refresh token is good once. One that was used already ends its session, "
                     "because somebody else may have it."_s)
        .tag(u"Auth"_s)
        .open()
        .cookie()
        .withoutIdempotencyKey()
        .query({cookieParam()})
        .answers<contract::Session>(200)
        .problems({ErrorCode::Unauthorized, ErrorCode::Forbidden})
        .writes<contract::Refresh>(
            [&signIn](const Call &call, const contract::Refresh &body, storage::UnitOfWork &work) {
                return refresh(signIn, call, body, work);
            });

    router.post("/api/auth/logout")
        .summary(u"End this session"_s)
        .tag(u"Auth"_s)
        .withoutIdempotencyKey()
        .answersNothing()
        .writes([service = SessionEndService(ended)](const Call &call,
                                                     storage::UnitOfWork &work) -> Result<Answer> {
            TP_CHECK(service.signOut(work, actOf(call)));
            return Answer::nothing().withCookie(endedCookie());
        });

    router.get("/api/auth/sessions")
        .summary(u"Where one is signed in, what was used last first"_s)
        .tag(u"Auth"_s)
        .paged()
        .answersPage<contract::SessionInfo>()
        .quick(listSessions);

    router.remove("/api/auth/sessions/{id}")
        .summary(u"End one of one's own sessions"_s)
        .tag(u"Auth"_s)
        .answersNothing()
        .writes([service = SessionEndService(ended)](const Call &call,
                                                     storage::UnitOfWork &work) -> Result<Answer> {
            TP_TRY(const UserId user, personOf(call));
            TP_CHECK(service.end(work, user, call.pathId<SessionId>("id"), actOf(call)));
            return Answer::nothing();
        });
}

void addKeyRoute(http::Router &router, std::function<std::string(qint64 nowMs)> keys)
{
    router.get("/.well-known/jwks.json")
        .summary(u"The keys that our tokens are checked by"_s)
        .tag(u"Auth"_s)
        .open()
        .answersBytes({"application/json"})
        .answersWith([keys = std::move(keys)](const Call &call) -> Result<Answer> {
            return Answer::bytes("application/json", keys(call.nowMs()))
                .withCacheControl("public, max-age=60");
        });
}

} // namespace tp::auth
