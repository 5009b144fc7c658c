// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/migrator.h"

#include "backend/storage/connection.h"
#include "backend/storage/storagelog.h"

#include <optional>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// Any number will do, as long as every backend takes the same.
constexpr const char *LockSql = "SELECT pg_advisory_lock(7283405)";
constexpr const char *UnlockSql = "SELECT pg_advisory_unlock(7283405)";

Error historyError(const Database &database, const QString &sentence)
{
    return {ErrorCode::Conflict, database.url().displayText() + u": "_s + sentence, {}};
}

QString textOf(const Rows &rows, int column)
{
    const std::string_view text = rows.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

Migrator::Migrator(Database &database, const Clock &clock, const QString &folder)
    : m_database(database)
    , m_clock(clock)
    , m_folder(folder)
{}

Result<QList<Migrator::Planned>> Migrator::plan()
{
    TP_TRY(const QList<MigrationFile> files, missing());
    QList<Planned> planned;
    for (const MigrationFile &file : files)
        planned.append({file.number, file.name});
    return planned;
}

Result<void> Migrator::apply(const Progress &progress)
{
    if (m_database.dialect() == Dialect::Sqlite)
        return applyMissing(progress);

    Connection &connection = m_database.connectionHere();
    TP_CHECK(connection.run(LockSql));
    auto done = applyMissing(progress);
    if (const auto unlocked = connection.run(UnlockSql); !unlocked && done)
        return unlocked;
    return done;
}

Result<void> Migrator::applyMissing(const Progress &progress)
{
    TP_TRY(const QList<MigrationFile> files, missing());
    for (qsizetype i = 0; i < files.size(); ++i) {
        const MigrationFile &file = files.at(i);
        if (progress)
            progress({file.number, file.name}, int(i), int(files.size()));
        TP_CHECK(applyFile(file));
        qCDebug(lcStorage) << "migrated to" << file.name;
    }
    return {};
}

/// The files that the database has not seen, once its history is known to be ours.
Result<QList<MigrationFile>> Migrator::missing()
{
    TP_TRY(const QList<MigrationFile> files, readMigrationFiles(m_folder, m_database.dialect()));
    TP_TRY(auto history, applied());
    const int newest = files.constLast().number;
    QList<MigrationFile> missing;
    for (const MigrationFile &file : files) {
        const auto known = history.constFind(file.number);
        if (known == history.constEnd()) {
            missing.append(file);
            continue;
        }
        if (known->hash != file.hash)
            return historyError(
                m_database,
                u"migration %1 was edited after this database used it"_s.arg(file.name));
        history.erase(known);
    }
    for (auto rest = history.constBegin(); rest != history.constEnd(); ++rest) {
        if (rest.key() > newest)
            return historyError(m_database,
                                u"this database is of a newer version (%1)"_s.arg(rest->name));
        return historyError(
            m_database,
            u"this database has a migration that is not known here (%1)"_s.arg(rest->name));
    }
    return missing;
}

Result<QHash<int, Migrator::Applied>> Migrator::applied()
{
    QHash<int, Applied> history;
    TP_TRY(const bool hasHistory, hasTable("schema_migrations"));
    if (!hasHistory) {
        TP_TRY(const bool isNew, isEmpty());
        if (!isNew)
            return historyError(m_database, u"this is the database of another program"_s);
        return history;
    }
    Snapshot snapshot(m_database.connectionHere());
    Rows rows = snapshot.query("SELECT number, name, hash FROM schema_migrations ORDER BY number");
    while (rows.next())
        history.insert(int(rows.integer(0)), {textOf(rows, 1), textOf(rows, 2)});
    TP_CHECK(rows.finish());
    return history;
}

Result<bool> Migrator::hasTable(std::string_view name)
{
    Snapshot snapshot(m_database.connectionHere());
    Rows rows =
        m_database.dialect() == Dialect::Sqlite
            ? snapshot.query("SELECT COUNT(*) FROM sqlite_master WHERE name = $1", {name})
            : snapshot.query("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() "
                             "AND tablename = $1",
                             {name});
    const bool exists = rows.next() && rows.integer(0) > 0;
    TP_CHECK(rows.finish());
    return exists;
}

Result<bool> Migrator::isEmpty()
{
    Snapshot snapshot(m_database.connectionHere());
    Rows rows =
        m_database.dialect() == Dialect::Sqlite
            ? snapshot.query("SELECT COUNT(*) FROM sqlite_master")
            : snapshot.query("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()");
    const bool isEmpty = rows.next() && rows.integer(0) == 0;
    TP_CHECK(rows.finish());
    return isEmpty;
}

Result<void> Migrator::applyFile(const MigrationFile &file)
{
    std::optional<Error> error;
    const auto written = m_database.writeHere([&](UnitOfWork &work) {
        if (const auto done = runFile(work, file); !done) {
            error = done.error();
            return UnitOfWork::Keep::No;
        }
        return UnitOfWork::Keep::Yes;
    });
    if (!error && !written)
        error = written.error();
    if (!error)
        return {};
    error->detail = u"migration %1: %2"_s.arg(file.name, error->detail);
    return *error;
}

/// The first file makes the table that it is then noted in.
Result<void> Migrator::runFile(UnitOfWork &work, const MigrationFile &file)
{
    for (const QByteArray &statement : statementsOf(file.sql))
        TP_CHECK(work.connection().run(statement));
    const auto noted =
        work.execute("INSERT INTO schema_migrations (number, name, hash, applied_at) "
                     "VALUES ($1, $2, $3, $4)",
                     {file.number, file.name, file.hash, m_clock.nowMs()});
    return noted ? Result<void>() : Result<void>(noted.error());
}

} // namespace tp::storage
