// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/checkpointer.h"
#include "backend/storage/database.h"
#include "backend/storage/filelock.h"
#include "backend/storage/lockedrandom.h"
#include "backend/storage/readerpool.h"
#include "backend/storage/sqliteconnection.h"
#include "backend/storage/sqlitewriter.h"

#include <mutex>
#include <optional>

namespace tp::storage {

/// The shop in one SQLite file: one writer, reader threads, and a thread for checkpoints.
/// Threads as in Database; writeHere(), backup() and connectionHere() belong to the one that
/// opened it.
class SqliteDatabase final : public Database
{
public:
    static Result<std::unique_ptr<Database>> open(const DatabaseUrl &url, Sharing sharing,
                                                  Options options, const Clock &clock,
                                                  Random &random);
    ~SqliteDatabase() override;

    Dialect dialect() const override { return Dialect::Sqlite; }
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
    SqliteDatabase(const DatabaseUrl &url, Sharing sharing, Options options, const Clock &clock,
                   Random &random);
    Result<void> start();
    void letServeGoFirst();

    DatabaseUrl m_url;
    Sharing m_sharing;
    const Clock &m_clock;
    LockedRandom m_random;
    std::unique_ptr<FileLock> m_lock;
    SqliteConnection m_here;
    std::unique_ptr<Checkpointer> m_checkpointer;
    std::unique_ptr<SqliteWriter> m_writer;
    ReaderPool m_readers;
    std::once_flag m_writerStarted;
    std::optional<qint64> m_lastWriteMs; ///< Steady clock, of writeHere().
};

} // namespace tp::storage
