// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/commitbell.h"
#include "backend/storage/jobqueue.h"
#include "backend/storage/postgresconnection.h"
#include "backend/storage/writer.h"

#include <thread>
#include <vector>

namespace tp::storage {

/// Several writers of a PostgreSQL database, each with a connection. A job is a transaction of its
/// own: the server joins the flushes, and a group would hold the locks of all its sales.
class PostgresWriters final : public Writer
{
public:
    /// How often a job is run before it is told that the database is busy.
    static constexpr int AttemptsMax = 3;

    PostgresWriters(const QString &url, int writers, int queueMax, const Clock &clock,
                    Random &random, CommitBell &bell);
    ~PostgresWriters() override;

    /// Starts the threads; their connections open when they are needed.
    void start();

    /// Runs what waits, then ends the threads. May be called twice.
    void close();

    bool submit(Lane lane, Job job, Done done) override;
    int waiting() const override { return m_queue.waiting(); }

private:
    /// What became of one attempt; nothing when it may be tried again.
    using Attempt = std::optional<Outcome>;

    void run();
    Outcome runUntilSettled(PostgresConnection &connection, const Job &job);
    Attempt runOnce(PostgresConnection &connection, const Job &job);
    void standBack(int attempt);
    Attempt commit(PostgresConnection &connection);

    QString m_url;
    int m_writers;
    JobQueue m_queue;
    const Clock &m_clock;
    Random &m_random;
    CommitBell &m_bell;
    std::vector<std::thread> m_threads;
};

} // namespace tp::storage
