// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/demostaff.h"

#include "backend/auth/passwordhash.h"
#include "backend/auth/setupservice.h"
#include "backend/auth/userservice.h"
#include "backend/daemon/csvreader.h"
#include "backend/kernel/role.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

using storage::UnitOfWork;

/// name, email, role, password, pin
Result<auth::NewUserDetails> personIn(const QStringList &cells)
{
    auth::NewUserDetails person;
    person.fullName = cells.value(0);
    person.email = cells.value(1);
    const auto role = roleNamed(cells.value(2).toStdString());
    if (!role)
        return Error{ErrorCode::Internal, u"the demo shop cannot be read: staff.csv"_s, {}};
    person.roles.set(std::size_t(*role));
    TP_TRY(person.passwordHash, auth::PasswordHash::of(cells.value(3)));
    TP_TRY(person.pinHash, auth::PasswordHash::of(cells.value(4)));
    return person;
}

Result<QList<auth::NewUserDetails>> demoPeople()
{
    QFile file(u":/demo/staff.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"the demo shop cannot be read: staff.csv"_s, {}};
    CsvReader reader(file);
    CsvRow row;
    QList<auth::NewUserDetails> people;
    for (bool isHeader = true;; isHeader = false) {
        TP_TRY(const bool isThere, reader.next(row));
        if (!isThere)
            return people;
        if (isHeader)
            continue;
        TP_TRY(auto person, personIn(row.cells));
        people.append(std::move(person));
    }
}

Result<bool> letIn(UnitOfWork &work, const QList<auth::NewUserDetails> &people)
{
    TP_TRY(const bool isEmpty, auth::SetupService::isNeeded(work));
    if (!isEmpty)
        return false;
    auth::EndedTokens ended;
    for (const auth::NewUserDetails &person : people)
        TP_CHECK(auth::UserService(ended).create(work, {}, person));
    return true;
}

} // namespace

Result<bool> loadDemoStaff(storage::Database &database)
{
    Result<bool> isEmpty = true;
    TP_CHECK(database.writeHere([&](UnitOfWork &work) {
        isEmpty = auth::SetupService::isNeeded(work);
        return UnitOfWork::Keep::No;
    }));
    if (!isEmpty || !*isEmpty)
        return isEmpty;
    TP_TRY(const auto people, demoPeople());
    Result<bool> loaded = false;
    TP_CHECK(database.writeHere([&](UnitOfWork &work) {
        loaded = letIn(work, people);
        return loaded && *loaded ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
    }));
    return loaded;
}

} // namespace tp::daemon
