// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/postgreswriters.h"

#include "backend/storage/runjob.h"
#include "backend/storage/storagelog.h"

namespace tp::storage {

using namespace Qt::StringLiterals;
using Failure = Connection::Failure;

PostgresWriters::PostgresWriters(const QString &url, int writers, int queueMax, const Clock &clock,
                                 Random &random, CommitBell &bell)
    : m_url(url)
    , m_writers(writers)
    , m_queue(queueMax)
    , m_clock(clock)
    , m_random(random)
    , m_bell(bell)
{}

PostgresWriters::~PostgresWriters()
{
    close();
}

void PostgresWriters::start()
{
    for (int i = 0; i < m_writers; ++i)
        m_threads.emplace_back([this] { run(); });
}

void PostgresWriters::close()
{
    m_queue.close();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

bool PostgresWriters::submit(Lane lane, Job job, Done done)
{
    return m_queue.push(lane, {std::move(job), std::move(done)});
}

void PostgresWriters::run()
{
    PostgresConnection connection(m_url, Role::Writer);
    for (auto taken = m_queue.take(1); !taken.empty(); taken = m_queue.take(1)) {
        const JobQueue::Entry &entry = taken.front();
        tellOutcome(entry.done, runUntilSettled(connection, entry.job));
    }
}

Writer::Outcome PostgresWriters::runUntilSettled(PostgresConnection &connection, const Job &job)
{
    for (int attempt = 1; attempt <= AttemptsMax; ++attempt) {
        if (!connection.isOpen()) {
            if (auto opened = connection.open(); !opened)
                return {Error{ErrorCode::Unavailable, opened.error().detail, {}}, false};
        }
        if (auto outcome = runOnce(connection, job))
            return *std::move(outcome);
        qCInfo(lcStorage) << "a job was not kept attempt=" << attempt;
        standBack(attempt);
    }
    return {Error{ErrorCode::Unavailable, u"PostgreSQL could not do it in three attempts"_s, {}},
            false};
}

/// The loser of a deadlock that came again at once would take the same row before its winner has
/// woken up, and lose again.
void PostgresWriters::standBack(int attempt)
{
    quint8 chance = 0;
    m_random.fill({&chance, 1});
    m_queue.waitUnlessClosed(std::chrono::milliseconds(attempt * (5 + chance % 20)));
}

PostgresWriters::Attempt PostgresWriters::runOnce(PostgresConnection &connection, const Job &job)
{
    if (auto begun = connection.begin(Connection::Access::Write); !begun) {
        if (connection.failure() == Failure::Lost)
            return {};
        return Outcome{Error{ErrorCode::Unavailable, begun.error().detail, {}}, false};
    }
    UnitOfWork work(connection, m_clock.nowMs(), m_random);
    const JobEnd end = runJob(job, work);
    const Failure failure = connection.failure();
    if (failure == Failure::Again || failure == Failure::Lost) {
        connection.rollback();
        return {};
    }
    if (end == JobEnd::Keep && failure == Failure::None)
        return commit(connection);
    connection.rollback();
    if (end == JobEnd::Undo)
        return Outcome{};
    return Outcome{jobFailed(), false};
}

PostgresWriters::Attempt PostgresWriters::commit(PostgresConnection &connection)
{
    const auto committed = connection.commit();
    if (committed) {
        m_bell.ring();
        return Outcome{};
    }
    const Failure failure = connection.failure();
    connection.rollback();
    if (failure == Failure::Again)
        return {};
    // The server may have committed before it was lost: nobody knows until somebody looks.
    return Outcome{Error{ErrorCode::Unavailable, committed.error().detail, {}},
                   failure == Failure::Lost};
}

} // namespace tp::storage
