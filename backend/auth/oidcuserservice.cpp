// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcuserservice.h"

#include "backend/auth/rolenames.h"
#include "backend/auth/userevents.h"
#include "backend/journal/auditlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

Result<void> addToTrail(storage::UnitOfWork &work, const char *action, UserId user,
                        const std::string &details, Origin origin)
{
    origin.actor = user.toString();
    return journal::AuditLog::add(work, origin, {action, user.toString(), details});
}

Result<std::optional<OidcUser>> provision(storage::UnitOfWork &work, const OidcAccount &account,
                                          const Origin &origin)
{
    const OidcUser user{UserId(work.newId()), account.roles, true,
                        std::max(work.nowMs(), account.bornMs), 0};
    TP_TRY(const bool isNew, OidcUserStore::insert(work, user, account));
    if (!isNew)
        return std::optional<OidcUser>();
    UserEvents::tell(work, user.id, contract::EventType::UserCreated);
    TP_CHECK(addToTrail(work, "user.provisioned", user.id, account.details, origin));
    TP_CHECK(addToTrail(work, "sign_in", user.id, account.details, origin));
    return std::optional(user);
}

Result<OidcUser> signInAgain(storage::UnitOfWork &work, OidcUser user, const OidcAccount &account,
                             const Origin &origin)
{
    if (!user.isActive || !OidcUserService::isNews(user, account))
        return user;
    user.signedInAtMs = std::max(work.nowMs(), account.bornMs);
    TP_TRY(const bool isNoted, OidcUserStore::noteSignIn(work, user));
    if (!isNoted)
        return user;
    TP_CHECK(addToTrail(work, "sign_in", user.id, account.details, origin));
    if (account.decidesRoles && user.roles != account.roles) {
        const std::string details = R"({"from":)" + roleNamesJson(user.roles) + R"(,"to":)" +
                                    roleNamesJson(account.roles) + '}';
        user.roles = account.roles;
        TP_CHECK(OidcUserStore::setRoles(work, user));
        UserEvents::tell(work, user.id, contract::EventType::UserChanged);
        TP_CHECK(addToTrail(work, "user.roles_changed", user.id, details, origin));
    }
    return user;
}

} // namespace

bool OidcUserService::isNews(const std::optional<OidcUser> &user, const OidcAccount &account)
{
    // Issuers tell the second of a token's birth only: what is new may look as old as that.
    constexpr qint64 SecondMs = 1000;
    return !user || account.bornMs > user->signedInAtMs ||
           (account.decidesRoles && user->roles != account.roles &&
            account.bornMs + SecondMs > user->signedInAtMs);
}

Result<OidcUser> OidcUserService::signIn(storage::UnitOfWork &work, OidcAccount account,
                                         const Origin &origin)
{
    TP_TRY(std::optional<OidcUser> user, OidcUserStore::find(work, account));
    if (user)
        return signInAgain(work, *user, account, origin);
    if (!account.email.empty()) {
        TP_TRY(const bool isTaken, OidcUserStore::isEmailTaken(work, account.email));
        if (isTaken)
            account.email.clear();
    }
    TP_TRY(user, provision(work, account, origin));
    if (user)
        return *user;
    // Another writer was quicker, with this account or with its e-mail.
    TP_TRY(user, OidcUserStore::find(work, account));
    if (user)
        return signInAgain(work, *user, account, origin);
    account.email.clear();
    TP_TRY(user, provision(work, account, origin));
    if (user)
        return *user;
    return Error{ErrorCode::Unavailable, u"an outside account could not be added"_s, {}};
}

} // namespace tp::auth
