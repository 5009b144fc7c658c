// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/sqlitewriter.h"

#include "backend/storage/runjob.h"
#include "backend/storage/storagelog.h"

#include <future>
#include <utility>

namespace tp::storage {

using namespace Qt::StringLiterals;

SqliteWriter::SqliteWriter(const QString &filePath, int queueMax, const Clock &clock,
                           Random &random, std::function<bool(int)> walGrew)
    : m_filePath(filePath)
    , m_queue(queueMax)
    , m_clock(clock)
    , m_random(random)
    , m_walGrew(std::move(walGrew))
{}

SqliteWriter::~SqliteWriter()
{
    close();
}

Result<void> SqliteWriter::start()
{
    std::promise<Result<void>> promise;
    auto opened = promise.get_future();
    m_thread = std::thread([this, &promise] {
        run([&promise](Result<void> outcome) { promise.set_value(std::move(outcome)); });
    });
    Result<void> outcome = opened.get();
    if (!outcome)
        close();
    return outcome;
}

void SqliteWriter::close()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

bool SqliteWriter::submit(Lane lane, Job job, Done done)
{
    return m_queue.push(lane, {std::move(job), std::move(done)});
}

void SqliteWriter::run(std::function<void(Result<void>)> opened)
{
    m_connection = std::make_unique<SqliteConnection>(m_filePath, Role::Writer);
    const Result<void> isOpen = m_connection->open();
    // Beside a `serve`, or without one, SQLite's own checkpoints do.
    if (isOpen && m_walGrew)
        m_connection->watchWal([this](int pages) { m_shallCopyWal = m_walGrew(pages); });
    opened(isOpen);
    if (isOpen) {
        for (auto group = m_queue.take(GroupMax); !group.empty(); group = m_queue.take(GroupMax)) {
            runGroup(std::move(group));
            // Those who have been told do not wait for it.
            if (std::exchange(m_shallCopyWal, false))
                m_connection->copyWal();
        }
    }
    m_connection.reset();
}

void SqliteWriter::runGroup(std::vector<JobQueue::Entry> group)
{
    std::vector<Result<void>> outcomes;
    Result<void> shared = m_connection->begin(Connection::Access::Write);
    const bool hasBegun = bool(shared);
    for (const JobQueue::Entry &entry : group) {
        if (!shared)
            break;
        outcomes.push_back(runInSavepoint(entry.job));
        // Full disk, I/O error: SQLite has undone the whole transaction, not one job.
        if (!m_connection->isInTransaction())
            shared = Error{ErrorCode::Unavailable, u"the database ended the transaction"_s, {}};
    }
    bool isUnknown = false;
    if (shared) {
        shared = m_connection->commit();
        // A flush that failed may have reached the disk all the same.
        isUnknown = !shared && shared.error().code == ErrorCode::Unavailable;
    }
    if (!shared) {
        qCWarning(lcStorage) << "a group was not kept jobs=" << group.size()
                             << shared.error().detail;
        m_connection->rollback();
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (shared)
            tellOutcome(group[i].done, {outcomes[i], false});
        else
            tellOutcome(group[i].done, {unavailable(shared.error()), isUnknown});
    }
    if (!hasBegun)
        refuseWaiting(shared.error());
}

/// Whoever holds the file for longer than we wait keeps it: those behind need not find that out
/// anew, group after group, for minutes.
void SqliteWriter::refuseWaiting(const Error &error)
{
    for (int left = m_queue.waiting(); left > 0;) {
        const auto group = m_queue.take(left);
        for (const JobQueue::Entry &entry : group)
            tellOutcome(entry.done, {unavailable(error), false});
        left -= int(group.size());
    }
}

Error SqliteWriter::unavailable(Error error)
{
    error.code = ErrorCode::Unavailable;
    return error;
}

/// What the job's owner is told once the group is on disk. A job that says no is a success: its
/// answer may go, and nothing of it is kept.
Result<void> SqliteWriter::runInSavepoint(const Job &job)
{
    TP_CHECK(m_connection->command("SAVEPOINT job"));
    UnitOfWork work(*m_connection, m_clock.nowMs(), m_random);
    const JobEnd end = runJob(job, work);
    const bool isKept = end == JobEnd::Keep && !m_connection->isBroken();
    const auto failure = m_connection->failure();
    if (m_connection->isInTransaction()) {
        if (!isKept)
            TP_CHECK(m_connection->command("ROLLBACK TO SAVEPOINT job"));
        TP_CHECK(m_connection->command("RELEASE SAVEPOINT job"));
        m_connection->forgetFailure();
    }
    if (end == JobEnd::Threw || (end == JobEnd::Keep && failure != Connection::Failure::None))
        return jobFailed();
    return {};
}

} // namespace tp::storage
