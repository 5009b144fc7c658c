// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/postgresdatabase.h"

#include "backend/storage/connectionreadsession.h"
#include "backend/storage/writehere.h"

namespace tp::storage {

using namespace Qt::StringLiterals;

PostgresDatabase::PostgresDatabase(const DatabaseUrl &url, Options options, const Clock &clock,
                                   Random &random)
    : m_url(url)
    , m_clock(clock)
    , m_random(random)
    , m_here(url.postgres, Role::Unhurried)
    , m_writers(url.postgres, options.postgresWriters, options.queueMax, clock, m_random, m_bell)
    , m_readers(options.readers, options.queueMax, [this] { return openReadSession(); })
{}

PostgresDatabase::~PostgresDatabase()
{
    close();
}

Result<std::unique_ptr<Database>> PostgresDatabase::open(const DatabaseUrl &url, Options options,
                                                         const Clock &clock, Random &random)
{
    std::unique_ptr<PostgresDatabase> database(new PostgresDatabase(url, options, clock, random));
    TP_CHECK(database->m_here.open());
    return std::unique_ptr<Database>(std::move(database));
}

Writer &PostgresDatabase::writer()
{
    std::call_once(m_writersStarted, [this] { m_writers.start(); });
    return m_writers;
}

Result<std::unique_ptr<ReadSession>> PostgresDatabase::openReadSession()
{
    auto connection = std::make_unique<PostgresConnection>(m_url.postgres, Role::Reader);
    TP_CHECK(connection->open());
    return std::unique_ptr<ReadSession>(new ConnectionReadSession(std::move(connection)));
}

std::unique_ptr<CommitFollower> PostgresDatabase::openFollower()
{
    return std::make_unique<CommitFollower>(
        std::make_unique<PostgresConnection>(m_url.postgres, Role::Writer), m_bell, m_clock,
        m_random);
}

Result<void> PostgresDatabase::writeHere(const std::function<UnitOfWork::Keep(UnitOfWork &)> &work)
{
    return writeOnce(m_here, m_clock.nowMs(), m_random, work);
}

Result<void> PostgresDatabase::check(Snapshot &snapshot)
{
    Rows rows = snapshot.query("SELECT 1");
    rows.next();
    return rows.finish();
}

Result<void> PostgresDatabase::backup(const QString &, const BackupProgress &)
{
    return Error{ErrorCode::NotImplemented, u"PostgreSQL is backed up by pg_dump"_s, {}};
}

void PostgresDatabase::close()
{
    m_writers.close();
    m_readers.close();
}

} // namespace tp::storage
