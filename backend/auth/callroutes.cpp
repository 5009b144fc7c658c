// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/callroutes.h"

#include "backend/auth/accesstoken.h"
#include "backend/auth/userqueries.h"
#include "backend/contract/session.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

constexpr std::string_view CookieName = "tp_refresh";

// A page of another site cannot make a browser send it, no script reads it, and it goes to the
// routes of sign-in alone (RFC 6265bis).
constexpr std::string_view CookieRules = "; Path=/api/auth; Secure; HttpOnly; SameSite=Strict";

std::string cookieOf(const std::string &token)
{
    return std::string(CookieName) + '=' + token +
           "; Max-Age=" + std::to_string(SignInService::IdleMs / 1000) + std::string(CookieRules);
}

} // namespace

Act actOf(const http::Call &call)
{
    return {call.actor(), call.origin()};
}

UserId userOf(const http::Call &call)
{
    const Actor &actor = call.actor();
    if (actor.isTill)
        return {};
    return UserId(Uuid::parse(QStringView(actor.id)).value_or(Uuid()));
}

Result<UserId> personOf(const http::Call &call)
{
    const UserId id = userOf(call);
    if (!id.isNil())
        return id;
    return Error{ErrorCode::Forbidden, u"a till has no account"_s, {}};
}

http::Param cookieParam()
{
    return http::Param::boolean("cookie",
                                u"The refresh token comes in a cookie instead of the body"_s);
}

Result<http::Answer> sessionAnswer(const http::Call &call, int status, const Opened &opened,
                                   storage::Session &session, bool isCookie)
{
    // What came in a cookie stays in one: no script is to get it by asking for it in the body.
    const bool wantsCookie = isCookie || call.flag("cookie").value_or(false);
    contract::Session body;
    body.accessToken = QString::fromStdString(opened.accessToken);
    body.tokenType = u"Bearer"_s;
    body.expiresIn = AccessLifetimeMs / 1000;
    if (!wantsCookie)
        body.refreshToken = QString::fromStdString(opened.refreshToken);
    if (opened.userId) {
        TP_TRY(body.user, UserQueries::profile(session, *opened.userId));
    }
    body.totpEnrolmentRequired = opened.mustEnrol;
    auto answer = http::Answer::json(status, contract::Session::object().toJson(body));
    if (wantsCookie)
        answer.setCookie = cookieOf(opened.refreshToken);
    return answer;
}

std::optional<std::string> cookieToken(const http::Call &call)
{
    const std::string *field = call.request().header("cookie");
    if (!field)
        return std::nullopt;
    std::string_view rest = *field;
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        while (!pair.empty() && pair.front() == ' ')
            pair.remove_prefix(1);
        if (pair.starts_with(CookieName) && pair.substr(CookieName.size()).starts_with('='))
            return std::string(pair.substr(CookieName.size() + 1));
    }
    return std::nullopt;
}

std::string endedCookie()
{
    return std::string(CookieName).append("=; Max-Age=0").append(CookieRules);
}

} // namespace tp::auth
