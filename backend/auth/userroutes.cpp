// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/userroutes.h"

#include "backend/auth/callroutes.h"
#include "backend/auth/userbodyroutes.h"
#include "backend/auth/userqueries.h"
#include "backend/auth/userservice.h"
#include "backend/contract/user.h"
#include "backend/http/cursor.h"
#include "backend/http/etag.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using http::Answer;
using http::Call;
using http::Param;

std::string userCursor(const UserQueries::After &after)
{
    return http::encodeCursor({after.nameKey, after.id});
}

QStringList roleChoices()
{
    QStringList names;
    for (const auto &row : contract::wireNames(Role{}))
        names.append(QString::fromUtf8(row.name.data(), qsizetype(row.name.size())));
    return names;
}

Result<Answer> listUsers(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const auto cursor, call.cursor(2));
    std::optional<UserQueries::After> after;
    if (cursor)
        after = {cursor->at(0), cursor->at(1)};
    UserQueries::Filter filter;
    if (const auto role = call.text("role"))
        filter.role = contract::fromWireName<Role>(*role);
    filter.isActive = call.flag("active");
    TP_TRY(std::string page, UserQueries::list(snapshot, filter, after, call.limit(), userCursor));
    return Answer::json(200, std::move(page));
}

Result<Answer> userAnswer(storage::Session &session, UserId id, int status = 200)
{
    TP_TRY(std::string user, UserQueries::one(session, id));
    TP_TRY(const auto profile, UserQueries::profile(session, id));
    return Answer::json(status, std::move(user)).withEtag(std::to_string(profile.version));
}

Result<Answer> addUser(const UserService &users, const Call &call, const HashedUser &hashed,
                       storage::UnitOfWork &work)
{
    NewUserDetails details = hashed.details;
    details.createHash = call.bodyHash();
    TP_TRY(const auto created, users.create(work, actOf(call), details));
    TP_TRY(Answer answer, userAnswer(work, created.id, created.isNew ? 201 : 200));
    return std::move(answer).withLocation("/api/users/" + created.id.toString());
}

Result<CheckedUserChange> checkedChange(const PasswordRules &rules, const Call &call,
                                        const contract::ChangeUser &body,
                                        storage::Snapshot &snapshot)
{
    TP_TRY(const User before, UserService::found(snapshot, call.pathId<UserId>("id")));
    return checkedUserChange(rules, before, body);
}

Result<Answer> changeUser(const UserService &users, const Call &call,
                          const HashedUserChange &hashed, storage::UnitOfWork &work)
{
    const auto id = call.pathId<UserId>("id");
    TP_TRY(const User before, UserService::foundToChange(work, id));
    TP_CHECK(call.requireMatch(before.version));
    TP_TRY(const std::string current, UserQueries::one(work, id));
    TP_TRY(const auto currentJson, contract::parseJson(current));
    TP_CHECK(contract::unchanged(hashed.readOnly, currentJson));
    TP_CHECK(users.change(work, actOf(call), before, hashed.change));
    return userAnswer(work, id);
}

Result<Answer> disableUser(const UserService &users, const Call &call, storage::UnitOfWork &work)
{
    const auto id = call.pathId<UserId>("id");
    TP_TRY(const User before, UserService::foundToChange(work, id));
    TP_CHECK(call.requireMatch(before.version));
    UserChange change;
    change.isActive = false;
    TP_CHECK(users.change(work, actOf(call), before, change));
    return userAnswer(work, id);
}

} // namespace

void addUserRoutes(http::Router &router, const UserService &users, const PasswordRules &rules)
{
    router.get("/api/users")
        .summary(u"Who may sign in, by name"_s)
        .tag(u"Users"_s)
        .needs(Permission::UsersManage)
        .query({Param::choice("role", u"Only those who are that"_s, roleChoices()),
                Param::boolean("active", u"Only those who may sign in, or may not"_s)})
        .paged()
        .answersPage<contract::User>()
        .quick(listUsers);

    router.post("/api/users")
        .summary(u"Let somebody in"_s)
        .description(u"A manager decides about people whose roles are all below manager."_s)
        .tag(u"Users"_s)
        .needs(Permission::UsersManage)
        .secretBody()
        .answers<contract::User>(201)
        .answers<contract::User>(200)
        .problems({ErrorCode::EmailTaken, ErrorCode::IdTaken})
        .writesComputed<contract::NewUser, CheckedUser, HashedUser>(
            [&rules](const Call &, const contract::NewUser &body, storage::Snapshot &) {
                return checkedUser(rules, body);
            },
            hashedUser,
            [&users](const Call &call, const HashedUser &hashed, storage::UnitOfWork &work) {
                return addUser(users, call, hashed, work);
            });

    router.get("/api/users/{id}")
        .summary(u"Somebody who may sign in"_s)
        .tag(u"Users"_s)
        .needs(Permission::UsersManage)
        .answers<contract::User>(200)
        .quick([](const Call &call, storage::Snapshot &snapshot) {
            return userAnswer(snapshot, call.pathId<UserId>("id"));
        });

    router.put("/api/users/{id}")
        .summary(u"Change what somebody is: roles, PIN, password, whether they may sign in"_s)
        .description(u"Changed roles, a new password and active: false end what is signed in, at "
                     "once. The last admin stays."_s)
        .tag(u"Users"_s)
        .needs(Permission::UsersManage)
        .answers<contract::User>(200)
        .problems({ErrorCode::EmailTaken, ErrorCode::LastAdmin})
        .writesComputed<contract::ChangeUser, CheckedUserChange, HashedUserChange>(
            [&rules](const Call &call, const contract::ChangeUser &body,
                     storage::Snapshot &snapshot) {
                return checkedChange(rules, call, body, snapshot);
            },
            hashedUserChange,
            [&users](const Call &call, const HashedUserChange &hashed, storage::UnitOfWork &work) {
                return changeUser(users, call, hashed, work);
            });

    router.remove("/api/users/{id}")
        .summary(u"Put somebody out: they may not sign in any more"_s)
        .description(u"What they did keeps their name, so nobody is ever removed."_s)
        .tag(u"Users"_s)
        .needs(Permission::UsersManage)
        .answers<contract::User>(200)
        .problems({ErrorCode::LastAdmin})
        .writes([&users](const Call &call, storage::UnitOfWork &work) {
            return disableUser(users, call, work);
        });
}

} // namespace tp::auth
