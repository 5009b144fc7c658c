// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/sqliteconnection.h"

#include "backend/kernel/testbreak.h"
#include "backend/storage/sqliteerrors.h"
#include "backend/storage/sqlitestatement.h"
#include "backend/storage/storagelog.h"

#include <sqlite3.h>

#include <mutex>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// 256 KiB a connection.
constexpr int LookasideBytes = 1024;
constexpr int LookasidePieces = 256;

/// How many steps of SQLite's machine pass between two looks at the clock: about 0.2 ms.
constexpr int StepsPerLook = 20'000;

/// SQLite counts its memory under one mutex for all threads unless told not to.
void setUpLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

void nameFile(QSqlDatabase &database, const QString &filePath)
{
    database.setDatabaseName(filePath);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(SqliteConnection::BusyMsMax));
}

} // namespace

SqliteConnection::SqliteConnection(const QString &filePath, Role role)
    : m_qt(u"QSQLITE"_s, [&filePath](QSqlDatabase &database) { nameFile(database, filePath); })
    , m_role(role)
{
    setUpLibrary();
}

SqliteConnection::~SqliteConnection()
{
    forgetStatements();
}

Result<void> SqliteConnection::open()
{
    forgetStatements();
    m_handle = nullptr;
    m_qt.close();
    TP_CHECK(m_qt.open());
    m_handle = static_cast<sqlite3 *>(m_qt.handle());
    sqlite3_extended_result_codes(m_handle, 1);
    // A sale's cursors and records come from this memory; the 40 pieces of the default run out.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_LOOKASIDE, nullptr, LookasideBytes,
                      LookasidePieces);
    if (auto done = setUp(); !done) {
        forgetStatements();
        m_handle = nullptr;
        m_qt.close();
        return done;
    }
    return {};
}

Result<void> SqliteConnection::setUp()
{
    sqlite3_busy_handler(m_handle, waitWhileBusy, this);
    if (sqlite3_db_readonly(m_handle, "main") == 1)
        return Error{ErrorCode::Unavailable, u"the database file cannot be written"_s, {}};

    TP_TRY(const std::string journal, pragma("PRAGMA journal_mode = WAL"));
    TP_CHECK(run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                 "PRAGMA temp_store = MEMORY"));
    TP_TRY(const std::string synchronous, pragma("PRAGMA synchronous"));
    TP_TRY(const std::string foreignKeys, pragma("PRAGMA foreign_keys"));
    if (journal != "wal" || synchronous != "2" || foreignKeys != "1") {
        return Error{ErrorCode::Unavailable,
                     u"SQLite does not keep its promises here: journal %1, synchronous %2, "
                     "foreign keys %3"_s.arg(QLatin1StringView(journal),
                                             QLatin1StringView(synchronous),
                                             QLatin1StringView(foreignKeys)),
                     {}};
    }
    if constexpr (TestBreak == Broken::Fsync)
        TP_CHECK(run("PRAGMA synchronous = OFF"));
    switch (m_role) {
    case Role::Reader:
        sqlite3_progress_handler(m_handle, StepsPerLook, endWhenLate, this);
        // A catalogue of 10,000 stays in memory; an idle backend has filled none of it.
        return run("PRAGMA query_only = ON; PRAGMA cache_size = -8192");
    case Role::Writer:
        // Sales change pages all over the indexes of a year.
        return run("PRAGMA cache_size = -32768");
    case Role::Unhurried:
        // An import writes the same index pages over and over: more of them stay in memory, and
        // the log is copied back less often.
        return run("PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 16384");
    }
    Q_UNREACHABLE();
}

Result<std::string> SqliteConnection::pragma(std::string_view sql)
{
    TP_TRY(auto statement, prepare(sql));
    TP_CHECK(statement->start({}));
    TP_TRY(const bool hasRow, statement->next());
    return hasRow ? std::string(statement->text(0)) : std::string();
}

bool SqliteConnection::isInTransaction() const
{
    return m_handle && sqlite3_get_autocommit(m_handle) == 0;
}

Result<void> SqliteConnection::run(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return {};
    noteFailure(sqliteFailure(code));
    return sqliteError(m_handle, code);
}

void SqliteConnection::watchWal(std::function<void(int)> watcher)
{
    m_walWatcher = std::move(watcher);
    sqlite3_wal_hook(
        m_handle,
        [](void *self, sqlite3 *, const char *, int pages) {
            static_cast<SqliteConnection *>(self)->m_walWatcher(pages);
            return SQLITE_OK;
        },
        this);
}

void SqliteConnection::copyWal()
{
    const int code =
        sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        qCWarning(lcStorage) << "checkpoint failed" << sqlite3_errmsg(m_handle);
}

Result<std::unique_ptr<Statement>> SqliteConnection::prepare(std::string_view sql)
{
    return SqliteStatement::prepare(*this, sql);
}

std::string_view SqliteConnection::beginSql(Access access) const
{
    return access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN";
}

void SqliteConnection::transactionBegan(Access)
{
    if (m_role == Role::Reader)
        m_snapshotDeadline.setRemainingTime(SnapshotMsMax);
}

/// SQLite's own handler sleeps longer and longer, up to 100 ms, and so misses the short gaps
/// between the transactions of an import beside it; this one looks every millisecond.
int SqliteConnection::waitWhileBusy(void *self, int attempt)
{
    auto *connection = static_cast<SqliteConnection *>(self);
    if (attempt == 0)
        connection->m_busyDeadline.setRemainingTime(BusyMsMax);
    if (connection->m_busyDeadline.hasExpired())
        return 0;
    sqlite3_sleep(1);
    return 1;
}

int SqliteConnection::endWhenLate(void *self)
{
    return static_cast<SqliteConnection *>(self)->m_snapshotDeadline.hasExpired() ? 1 : 0;
}

} // namespace tp::storage
