// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/database.h"
#include "backend/storage/lockedrandom.h"
#include "backend/storage/postgresconnection.h"
#include "backend/storage/postgreswriters.h"
#include "backend/storage/readerpool.h"

#include <mutex>

namespace tp::storage {

/// The shop in a PostgreSQL database, which any number of backends may share. Threads as in
/// Database; writeHere() and connectionHere() belong to the one that opened it.
class PostgresDatabase final : public Database
{
public:
    static Result<std::unique_ptr<Database>> open(const DatabaseUrl &url, Options options,
                                                  const Clock &clock, Random &random);
    ~PostgresDatabase() override;

    Dialect dialect() const override { return Dialect::Postgres; }
    const DatabaseUrl &url() const override { return m_url; }
    Writer &writer() override;
    bool submitRead(ReadJob work) override { return m_readers.submit(std::move(work)); }
    int waitingReads() const override { return m_readers.waiting(); }
    Result<std::unique_ptr<ReadSession>> openReadSession() override;
    std::unique_ptr<CommitFollower> openFollower() override;
    Result<void> writeHere(const std::function<UnitOfWork::Keep(UnitOfWork &)> &work) override;
    Result<void> check(Snapshot &snapshot) override;
    Result<void> backup(const QString &toPath, const BackupProgress &progress) override;
    Connection &connectionHere() override { return m_here; }
    void close() override;

private:
    PostgresDatabase(const DatabaseUrl &url, Options options, const Clock &clock, Random &random);

    DatabaseUrl m_url;
    const Clock &m_clock;
    LockedRandom m_random;
    PostgresConnection m_here;
    PostgresWriters m_writers;
    ReaderPool m_readers;
    std::once_flag m_writersStarted;
};

} // namespace tp::storage
