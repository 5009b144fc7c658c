// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/userservice.h"

#include "backend/auth/rolenames.h"
#include "backend/auth/sessionstore.h"
#include "backend/auth/signingkeystore.h"
#include "backend/auth/userevents.h"
#include "backend/auth/userstore.h"
#include "backend/journal/auditlog.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

Result<void> checkReach(const Act &act, const Roles &roles)
{
    if (!act.actor.isKnown() || isBelowManager(roles))
        return {};
    if (!act.actor.grant(Permission::UsersManage).isLimitedTo(Limit::BelowManager))
        return {};
    return Error{ErrorCode::Forbidden, u"you decide only about people below manager"_s, {}};
}

Result<User> orNotFound(Result<std::optional<User>> found)
{
    TP_TRY(auto user, std::move(found));
    if (user)
        return *std::move(user);
    return Error{ErrorCode::NotFound, u"there is no such user"_s, {}};
}

bool isActiveAdmin(const User &user)
{
    return user.isActive && hasRole(user.roles, Role::Admin);
}

/// Two admins that remove each other at once must not both find that the other is left.
Result<void> keepAnAdmin(storage::UnitOfWork &work, const User &before, const User &after)
{
    if (!isActiveAdmin(before) || isActiveAdmin(after))
        return {};
    TP_CHECK(SigningKeyStore::lock(work));
    TP_TRY(const qint64 admins, UserStore::activeAdmins(work));
    if (admins > 1)
        return {};
    return Error{ErrorCode::LastAdmin, u"this is the last admin: make another one first"_s, {}};
}

User changed(User user, const UserChange &change)
{
    user.email = change.email.value_or(user.email);
    user.fullName = change.fullName.value_or(user.fullName);
    user.locale = change.locale.value_or(user.locale);
    user.roles = change.roles.value_or(user.roles);
    user.isActive = change.isActive.value_or(user.isActive);
    if (change.passwordHash)
        user.passwordHash = change.passwordHash;
    user.pinHash = change.pinHash.value_or(user.pinHash);
    if (change.unlockPin || change.pinHash)
        user.pinLock = {};
    if (change.dropTotp) {
        user.totpSealed.reset();
        user.hasTotp = false;
    }
    return user;
}

} // namespace

Result<UserService::Created> UserService::create(storage::UnitOfWork &work, const Act &act,
                                                 const NewUserDetails &details) const
{
    TP_CHECK(checkReach(act, details.roles));
    User user;
    user.id = details.id.value_or(UserId(work.newId()));
    user.email = details.email;
    user.fullName = details.fullName;
    user.locale = details.locale;
    user.roles = details.roles;
    user.passwordHash = details.passwordHash;
    user.pinHash = details.pinHash;
    if (details.id) {
        TP_TRY(const auto before, UserStore::createHashOf(work, user.id));
        if (before && *before == details.createHash)
            return Created{user.id, false};
        if (before)
            return Error{ErrorCode::IdTaken, u"this id names another user"_s, {}};
    }
    TP_CHECK(UserStore::insert(work, user, details.createHash));
    UserEvents::tell(work, user.id, contract::EventType::UserCreated);
    TP_CHECK(journal::AuditLog::add(
        work, act.origin,
        {"user.created", user.id.toString(), R"({"roles":)" + roleNamesJson(user.roles) + '}'}));
    return Created{user.id, true};
}

Result<void> UserService::change(storage::UnitOfWork &work, const Act &act, const User &before,
                                 const UserChange &change) const
{
    const User after = changed(before, change);
    TP_CHECK(checkReach(act, before.roles | after.roles));
    TP_CHECK(keepAnAdmin(work, before, after));
    return apply(work, act, before, after, change);
}

Result<void> UserService::changeSelf(storage::UnitOfWork &work, const Act &act, const User &before,
                                     const UserChange &change) const
{
    Q_ASSERT(!change.roles && !change.isActive);
    return apply(work, act, before, changed(before, change), change);
}

Result<User> UserService::found(storage::Session &session, UserId id)
{
    return orNotFound(UserStore::find(session, id));
}

Result<User> UserService::foundToChange(storage::UnitOfWork &work, UserId id)
{
    return orNotFound(UserStore::findToChange(work, id));
}

Result<void> UserService::apply(storage::UnitOfWork &work, const Act &act, const User &before,
                                const User &after, const UserChange &change) const
{
    TP_CHECK(UserStore::update(work, after));
    UserEvents::tell(work, after.id, contract::EventType::UserChanged);
    if (change.dropTotp) {
        TP_CHECK(UserStore::setTotp(work, after));
        TP_CHECK(UserStore::replaceRecoveryCodes(work, after.id, {}));
    }
    if (before.isActive && !after.isActive) {
        TP_CHECK(endSessions(work, after, {}));
        TP_CHECK(cutOff(work, after));
    } else if (before.roles != after.roles) {
        TP_CHECK(cutOff(work, after));
    }
    if (change.passwordHash)
        TP_CHECK(endSessions(work, after, act.actor.sessionId));
    return tell(work, act, before, after, change);
}

Result<void> UserService::tell(storage::UnitOfWork &work, const Act &act, const User &before,
                               const User &after, const UserChange &change) const
{
    const auto add = [&](const char *action, std::string details = "{}") {
        return journal::AuditLog::add(work, act.origin,
                                      {action, after.id.toString(), std::move(details)});
    };
    if (before.roles != after.roles) {
        TP_CHECK(add("user.roles_changed", R"({"from":)" + roleNamesJson(before.roles) +
                                               R"(,"to":)" + roleNamesJson(after.roles) + '}'));
    }
    if (before.isActive != after.isActive)
        TP_CHECK(add(after.isActive ? "user.enabled" : "user.disabled"));
    if (change.passwordHash)
        TP_CHECK(add("user.password_set"));
    if (change.pinHash)
        TP_CHECK(add(*change.pinHash ? "user.pin_set" : "user.pin_removed"));
    if (change.unlockPin)
        TP_CHECK(add("user.pin_unlocked"));
    if (change.dropTotp && before.hasTotp)
        TP_CHECK(add("user.totp_removed"));
    if (before.email != after.email || before.fullName != after.fullName ||
        before.locale != after.locale)
        TP_CHECK(add("user.changed"));
    return {};
}

Result<void> UserService::endSessions(storage::UnitOfWork &work, const User &user,
                                      SessionId but) const
{
    TP_TRY(const auto ended, SessionStore::endOfUser(work, user.id, but));
    for (const SessionId id : ended)
        m_ended.endSession(id.toString(), work.nowMs());
    return {};
}

Result<void> UserService::cutOff(storage::UnitOfWork &work, const User &user) const
{
    TP_TRY(const qint64 beforeMs, SessionStore::cutOff(work, user.id));
    m_ended.cutOff(user.id.toString(), beforeMs);
    return {};
}

} // namespace tp::auth
