// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/shopdatabase.h"
#include "backend/settings/settingsservice.h"
#include "backend/storage/migrationfiles.h"
#include "backend/storage/migrator.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

using storage::Database;
using storage::Migrator;

Result<QStringList> namesOfAll(storage::Dialect dialect)
{
    TP_TRY(const auto files, storage::readMigrationFiles(u":/sql"_s, dialect));
    QStringList names;
    for (const storage::MigrationFile &file : files)
        names.append(file.name);
    return names;
}

/// What would be done, without making a file that is not there.
Result<QStringList> planOf(const storage::DatabaseUrl &url)
{
    if (url.dialect == storage::Dialect::Sqlite && !QFileInfo::exists(url.filePath))
        return namesOfAll(url.dialect);
    const SystemClock clock;
    SystemRandom random;
    TP_TRY(const auto database, Database::open(url, Database::Sharing::Beside, {}, clock, random));
    TP_TRY(const auto planned, Migrator(*database, clock).plan());
    QStringList names;
    for (const Migrator::Planned &one : planned)
        names.append(one.name);
    return names;
}

Result<int> checkMigrations(const storage::DatabaseUrl &url)
{
    TP_TRY(const QStringList names, planOf(url));
    bool isSaid = true;
    for (const QString &name : names)
        isSaid = say(u"would run %1"_s.arg(name)) && isSaid;
    if (names.isEmpty())
        isSaid = say(u"nothing to do: %1 is up to date"_s.arg(url.displayText()));
    return isSaid ? ExitOk : ExitIoErr;
}

Result<int> runMigrations(const Configuration &configuration, const storage::DatabaseUrl &url)
{
    const SystemClock clock;
    SystemRandom random;
    TP_TRY(const auto currency, currencyOf(configuration));
    TP_CHECK(makeDataFolder(configuration));
    TP_TRY(const auto database,
           Database::open(url, Database::Sharing::Exclusive, {}, clock, random));
    int ran = 0;
    bool isSaid = true;
    TP_CHECK(Migrator(*database, clock).apply([&](const Migrator::Planned &one, int, int) {
        ++ran;
        isSaid = say(u"running %1"_s.arg(one.name)) && isSaid;
    }));
    Result<void> ensured;
    TP_CHECK(database->writeHere([&](storage::UnitOfWork &work) {
        ensured = settings::SettingsService().ensureDefaults(work, currency);
        return ensured ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    }));
    TP_CHECK(ensured);
    isSaid = say(ran == 0 ? u"nothing to do: %1 is up to date"_s.arg(url.displayText())
                          : u"done: %1 is up to date"_s.arg(url.displayText())) &&
             isSaid;
    return isSaid ? ExitOk : ExitIoErr;
}

} // namespace

int migrateCommand(const Configuration &configuration, const QStringList &)
{
    const auto url = databaseUrlOf(configuration);
    if (!url)
        return endWith(url.error());
    const auto done = configuration.isOn(Option::Check) ? checkMigrations(*url)
                                                        : runMigrations(configuration, *url);
    return done ? *done : endWith(done.error());
}

} // namespace tp::daemon
