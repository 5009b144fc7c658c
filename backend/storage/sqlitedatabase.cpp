// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/sqlitedatabase.h"

#include "backend/storage/connectionreadsession.h"
#include "backend/storage/sqlitebackup.h"
#include "backend/storage/sqlitefile.h"
#include "backend/storage/storagelog.h"
#include "backend/storage/writehere.h"

#include <sqlite3.h>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// How long the command line stands back between two transactions while a `serve` uses the file.
constexpr int StandBackMs = 3;

} // namespace

SqliteDatabase::SqliteDatabase(const DatabaseUrl &url, Sharing sharing, Options options,
                               const Clock &clock, Random &random)
    : m_url(url)
    , m_sharing(sharing)
    , m_clock(clock)
    , m_random(random)
    , m_here(url.filePath, Role::Unhurried)
    , m_readers(options.readers, options.queueMax, [this] { return openReadSession(); })
{
    std::function<bool(int)> walGrew;
    if (sharing == Sharing::Exclusive)
        walGrew = [this](int pages) {
            m_bell.ring();
            return m_checkpointer->walGrew(pages);
        };
    m_writer = std::make_unique<SqliteWriter>(url.filePath, options.queueMax, clock, m_random,
                                              std::move(walGrew));
}

SqliteDatabase::~SqliteDatabase()
{
    close();
}

Result<std::unique_ptr<Database>> SqliteDatabase::open(const DatabaseUrl &url, Sharing sharing,
                                                       Options options, const Clock &clock,
                                                       Random &random)
{
    TP_CHECK(checkSqliteFile(url.filePath));
    std::unique_ptr<SqliteDatabase> database(
        new SqliteDatabase(url, sharing, options, clock, random));
    TP_CHECK(database->start());
    return std::unique_ptr<Database>(std::move(database));
}

Result<void> SqliteDatabase::start()
{
    if (m_sharing == Sharing::Exclusive) {
        auto lock = FileLock::take(m_url.filePath);
        if (!lock)
            return lock.error();
        m_lock = std::move(lock).value();
    }
    if (auto opened = m_here.open(); !opened) {
        Error error = opened.error();
        error.detail = m_url.filePath + u": "_s + error.detail;
        return error;
    }
    if (m_sharing == Sharing::Exclusive) {
        m_checkpointer = std::make_unique<Checkpointer>(m_url.filePath);
        Result<void> started;
        std::call_once(m_writerStarted, [this, &started] { started = m_writer->start(); });
        return started;
    }
    return {};
}

Writer &SqliteDatabase::writer()
{
    // The command line seldom queues its writes, so its thread starts when it is asked for.
    std::call_once(m_writerStarted, [this] {
        if (const auto started = m_writer->start(); !started)
            qCCritical(lcStorage) << "no writer:" << started.error().detail;
    });
    return *m_writer;
}

Result<std::unique_ptr<ReadSession>> SqliteDatabase::openReadSession()
{
    auto connection = std::make_unique<SqliteConnection>(m_url.filePath, Role::Reader);
    TP_CHECK(connection->open());
    return std::unique_ptr<ReadSession>(new ConnectionReadSession(std::move(connection)));
}

std::unique_ptr<CommitFollower> SqliteDatabase::openFollower()
{
    return std::make_unique<CommitFollower>(
        std::make_unique<SqliteConnection>(m_url.filePath, Role::Reader), m_bell, m_clock,
        m_random);
}

Result<void> SqliteDatabase::writeHere(const std::function<UnitOfWork::Keep(UnitOfWork &)> &work)
{
    letServeGoFirst();
    auto written = writeOnce(m_here, m_clock.nowMs(), m_random, work);
    m_lastWriteMs = m_clock.steadyMs();
    return written;
}

/// Whoever has just let go of the file is the first to have it again: without a gap between two
/// transactions of an import a sale would wait for its end.
void SqliteDatabase::letServeGoFirst()
{
    if (m_sharing == Sharing::Beside && m_lastWriteMs &&
        m_clock.steadyMs() - *m_lastWriteMs < StandBackMs && FileLock::isTaken(m_url.filePath))
        sqlite3_sleep(StandBackMs);
}

Result<void> SqliteDatabase::check(Snapshot &snapshot)
{
    Rows rows = snapshot.query("SELECT 1");
    rows.next();
    TP_CHECK(rows.finish());
    return checkRoom(m_url.filePath);
}

Result<void> SqliteDatabase::backup(const QString &toPath, const BackupProgress &progress)
{
    return backUpSqlite(m_url.filePath, toPath, progress);
}

void SqliteDatabase::close()
{
    m_writer->close();
    m_readers.close();
    if (m_checkpointer)
        m_checkpointer->close();
}

} // namespace tp::storage
