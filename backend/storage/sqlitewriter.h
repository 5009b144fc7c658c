// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/jobqueue.h"
#include "backend/storage/sqliteconnection.h"
#include "backend/storage/writer.h"

#include <functional>
#include <memory>
#include <thread>

namespace tp::storage {

/// The one writer of a SQLite file. It takes the jobs that wait now, gives each a savepoint of one
/// transaction, commits once, and only then lets the answers go: one flush for all of them.
class SqliteWriter final : public Writer
{
public:
    /// No more jobs share a commit than this.
    static constexpr int GroupMax = 64;

    /// `walGrew`, if there is one, is told after each commit, on the writer's thread, how many
    /// pages the WAL has, and says whether the writer is to copy those that are not yet.
    SqliteWriter(const QString &filePath, int queueMax, const Clock &clock, Random &random,
                 std::function<bool(int)> walGrew);
    ~SqliteWriter() override;

    /// Starts the thread and waits until its connection stands.
    Result<void> start();

    /// Runs what waits, then ends the thread. May be called twice.
    void close();

    bool submit(Lane lane, Job job, Done done) override;
    int waiting() const override { return m_queue.waiting(); }

private:
    void run(std::function<void(Result<void>)> opened);
    void runGroup(std::vector<JobQueue::Entry> group);
    void refuseWaiting(const Error &error);
    Result<void> runInSavepoint(const Job &job);
    static Error unavailable(Error error);

    QString m_filePath;
    JobQueue m_queue;
    const Clock &m_clock;
    Random &m_random;
    std::function<bool(int)> m_walGrew;
    bool m_shallCopyWal = false;                    ///< The thread's own.
    std::unique_ptr<SqliteConnection> m_connection; ///< The thread's own.
    std::thread m_thread;
};

} // namespace tp::storage
