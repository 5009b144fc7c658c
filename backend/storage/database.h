// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "backend/kernel/random.h"
#include "backend/storage/commitbell.h"
#include "backend/storage/commitfollower.h"
#include "backend/storage/databaseurl.h"
#include "backend/storage/writer.h"

#include <functional>
#include <memory>

namespace tp::storage {

/// A connection's owner on one thread, for quick reads on an I/O thread and for the command line.
class ReadSession
{
public:
    virtual ~ReadSession() = default;

    /// Runs `read` in one snapshot. Unavailable when the database cannot be reached; a lost
    /// connection is opened again first.
    virtual Result<void> read(const std::function<void(Snapshot &)> &work) = 0;
};

/// The shop's database as the rest of the program sees it: a writer, readers, and sessions for
/// threads that read by themselves. Construct it on the main thread; it owns its threads.
class Database
{
public:
    struct Options
    {
        int readers = 2;
        int postgresWriters = 4;
        int queueMax = 4096; ///< Jobs that may wait in each lane.
    };

    /// Opens an existing database or creates the file, and checks what the promise rests on: WAL,
    /// synchronous=FULL, foreign keys, a local file system, no other `serve` on the file
    /// (`Exclusive`), or synchronous_commit on PostgreSQL. It does not migrate.
    enum class Sharing { Exclusive, Beside };
    static Result<std::unique_ptr<Database>> open(const DatabaseUrl &url, Sharing sharing,
                                                  Options options, const Clock &clock,
                                                  Random &random);

    virtual ~Database() = default;

    virtual Dialect dialect() const = 0;
    virtual const DatabaseUrl &url() const = 0;
    virtual Writer &writer() = 0;

    /// Runs `work` on a reader's thread. False at once when too many wait. `work` gets an error
    /// instead of a snapshot when the database cannot be reached.
    using ReadJob = std::function<void(Result<Snapshot *>)>;
    [[nodiscard]] virtual bool submitRead(ReadJob work) = 0;
    virtual int waitingReads() const = 0;

    /// For the calling thread alone.
    virtual Result<std::unique_ptr<ReadSession>> openReadSession() = 0;

    /// For the calling thread alone; there is one at a time, because one hears the bell.
    virtual std::unique_ptr<CommitFollower> openFollower() = 0;

    /// Rung after every commit of this process.
    CommitBell &commitBell() { return m_bell; }

    /// Writes from the calling thread, for the command line: `work` in one transaction.
    virtual Result<void> writeHere(const std::function<UnitOfWork::Keep(UnitOfWork &)> &work) = 0;

    /// Whether it is well: answers, and has room on its disk. For a health route, any thread.
    virtual Result<void> check(Snapshot &snapshot) = 0;

    /// Copies the database to a new file while it is in use; the command line's own thread.
    /// NotImplemented on PostgreSQL, which brings pg_dump.
    using BackupProgress = std::function<void(int pagesDone, int pages)>;
    virtual Result<void> backup(const QString &toPath, const BackupProgress &progress) = 0;

    /// The connection behind writeHere(), for the migrator.
    virtual Connection &connectionHere() = 0;

    /// Lets the queued jobs run to their end (drain), then closes. After it submit() is refused.
    virtual void close() = 0;

protected:
    CommitBell m_bell;
};

} // namespace tp::storage
