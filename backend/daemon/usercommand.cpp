// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/emailtext.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/passwordrules.h"
#include "backend/auth/userqueries.h"
#include "backend/auth/userservice.h"
#include "backend/auth/userstore.h"
#include "backend/contract/page.h"
#include "backend/contract/user.h"
#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/identity.h"
#include "backend/daemon/shopdatabase.h"
#include "backend/kernel/role.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

using auth::User;
using auth::UserChange;
using storage::UnitOfWork;

Error usage(const QString &text)
{
    return {ErrorCode::BadRequest, text + u" (tradepostd user --help says more)"_s, {}};
}

/// The first line of standard input: a secret has no place in a list of processes.
Result<QString> secretFrom(std::FILE *in)
{
    QByteArray line;
    for (int c = std::fgetc(in); c != EOF && c != '\n' && line.size() <= 4096; c = std::fgetc(in))
        line.append(char(c));
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return Error{ErrorCode::BadRequest, u"standard input has no first line"_s, {}};
    return QString::fromUtf8(line);
}

Result<QString> emailOf(const Configuration &configuration, const QStringList &arguments)
{
    const QString typed =
        arguments.size() > 1 ? arguments.at(1) : configuration.value(Option::Email);
    if (typed.isEmpty())
        return usage(u"--email says who"_s);
    return auth::checkedEmail(typed, u"/email"_s);
}

Result<std::string> passwordHashFromInput(const Configuration &configuration, const QString &email)
{
    if (!configuration.isOn(Option::PasswordStdin))
        return usage(u"--password-stdin reads the password from standard input"_s);
    TP_TRY(const QString password, secretFrom(stdin));
    TP_CHECK(passwordRules().check(password, email, u"/password"_s));
    return auth::PasswordHash::of(password);
}

/// Runs `work` in one transaction, which is kept if it succeeds.
Result<void> writeIn(ShopDatabase &shop, const std::function<Result<void>(UnitOfWork &)> &work)
{
    Result<void> done;
    TP_CHECK(shop.database().writeHere([&](UnitOfWork &unit) {
        done = work(unit);
        return done ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
    }));
    return done;
}

Result<void> addUser(const Configuration &configuration, const QStringList &arguments)
{
    TP_TRY(const QString email, emailOf(configuration, arguments));
    const QString roleText = configuration.value(Option::Role);
    const auto role = roleNamed(roleText.toStdString());
    if (!role)
        return usage(u"--role is one of customer, cashier, vendor, manager, admin"_s);
    TP_TRY(const std::string hash, passwordHashFromInput(configuration, email));
    TP_TRY(const auto shop, ShopDatabase::open(configuration, ShopDatabase::IfMissing::Create));
    auth::EndedTokens ended;
    auth::NewUserDetails details;
    details.email = email;
    details.fullName = configuration.value(Option::Name);
    details.roles.set(std::size_t(*role));
    details.passwordHash = hash;
    TP_CHECK(writeIn(*shop, [&](UnitOfWork &work) {
        const auto created = auth::UserService(ended).create(work, {}, details);
        return created ? Result<void>() : created.error();
    }));
    return say(u"added %1 as %2"_s.arg(email, roleText))
               ? Result<void>()
               : Error{ErrorCode::Unavailable, u"standard output is closed"_s, {}};
}

/// Changes the one user that is named, as the shop's owner may: from this machine.
Result<void> changeUser(const Configuration &configuration, const QStringList &arguments,
                        const std::function<Result<UserChange>(const User &)> &changeOf,
                        const QString &done)
{
    TP_TRY(const QString email, emailOf(configuration, arguments));
    TP_TRY(const auto shop, ShopDatabase::open(configuration, ShopDatabase::IfMissing::Refuse));
    auth::EndedTokens ended;
    TP_CHECK(writeIn(*shop, [&](UnitOfWork &work) -> Result<void> {
        TP_TRY(const auto user, auth::UserStore::findByEmailToChange(work, email));
        if (!user)
            return Error{ErrorCode::NotFound, u"there is no user %1"_s.arg(email), {}};
        TP_TRY(const UserChange change, changeOf(*user));
        return auth::UserService(ended).change(work, {}, *user, change);
    }));
    return say(done.arg(email)) ? Result<void>()
                                : Error{ErrorCode::Unavailable, u"standard output is closed"_s, {}};
}

Result<void> disableUser(const Configuration &configuration, const QStringList &arguments)
{
    return changeUser(
        configuration, arguments,
        [](const User &) -> Result<UserChange> {
            UserChange change;
            change.isActive = false;
            return change;
        },
        u"%1 may not sign in any more"_s);
}

Result<void> resetPassword(const Configuration &configuration, const QStringList &arguments)
{
    TP_TRY(const QString email, emailOf(configuration, arguments));
    TP_TRY(const std::string hash, passwordHashFromInput(configuration, email));
    return changeUser(
        configuration, arguments,
        [&hash](const User &) -> Result<UserChange> {
            UserChange change;
            change.passwordHash = hash;
            change.isActive = true;
            return change;
        },
        u"%1 has a new password and was signed out everywhere"_s);
}

Result<void> setPin(const Configuration &configuration, const QStringList &arguments)
{
    if (!configuration.isOn(Option::PinStdin))
        return usage(u"--pin-stdin reads the PIN from standard input"_s);
    TP_TRY(const QString pin, secretFrom(stdin));
    TP_CHECK(auth::checkPin(pin, u"/pin"_s));
    TP_TRY(const std::string hash, auth::PasswordHash::of(pin));
    return changeUser(
        configuration, arguments,
        [&hash](const User &) -> Result<UserChange> {
            UserChange change;
            change.pinHash = hash;
            return change;
        },
        u"%1 has a new PIN"_s);
}

QString lineOf(const contract::User &user)
{
    QStringList roles;
    for (const Role role : user.roles) {
        const std::string_view name = roleName(role);
        roles.append(QString::fromUtf8(name.data(), qsizetype(name.size())));
    }
    QStringList marks;
    if (!user.active)
        marks.append(u"disabled"_s);
    if (user.pinLocked)
        marks.append(u"PIN locked"_s);
    if (user.totp)
        marks.append(u"second factor"_s);
    const QString who = user.email.value_or(user.fullName);
    return u"%1 %2 %3 %4"_s.arg(who, -40)
        .arg(roles.join(u'+'), -16)
        .arg(user.email ? user.fullName : QString(), -24)
        .arg(marks.join(u", "_s))
        .trimmed();
}

std::string listCursor(const auth::UserQueries::After &after)
{
    return after.nameKey + '\n' + after.id;
}

Result<void> listUsers(const Configuration &configuration, const QStringList &)
{
    TP_TRY(const auto shop, ShopDatabase::open(configuration, ShopDatabase::IfMissing::Refuse));
    TP_TRY(const auto session, shop->database().openReadSession());
    std::optional<auth::UserQueries::After> after;
    bool isSaid = true;
    do {
        Result<std::string> page = std::string();
        TP_CHECK(session->read([&](storage::Snapshot &snapshot) {
            page = auth::UserQueries::list(snapshot, {}, after, 200, listCursor);
        }));
        TP_CHECK(page);
        TP_TRY(const auto users, contract::Page<contract::User>::object().parse(*page));
        for (const contract::User &user : users.items)
            isSaid = say(lineOf(user)) && isSaid;
        after.reset();
        if (users.nextCursor) {
            const QStringList place = users.nextCursor->split(u'\n');
            after = {place.at(0).toStdString(), place.at(1).toStdString()};
        }
    } while (after && isSaid);
    return isSaid ? Result<void>()
                  : Error{ErrorCode::Unavailable, u"standard output is closed"_s, {}};
}

} // namespace

int userCommand(const Configuration &configuration, const QStringList &arguments)
{
    using Verb = Result<void> (*)(const Configuration &, const QStringList &);
    static constexpr std::pair<QLatin1StringView, Verb> Verbs[] = {
        {"add"_L1, addUser},         {"list"_L1, listUsers},
        {"disable"_L1, disableUser}, {"reset-password"_L1, resetPassword},
        {"set-pin"_L1, setPin},
    };
    for (const auto &[name, verb] : Verbs) {
        if (arguments.value(0) == name) {
            const auto done = verb(configuration, arguments);
            return done ? ExitOk : endWith(done.error());
        }
    }
    return endWith(usage(u"say add, list, disable, reset-password or set-pin"_s));
}

} // namespace tp::daemon
