// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/status.h"
#include "backend/storage/database.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace tp::daemon {

/// Asks every worker once a second for a sign of life, so that a health route answers from memory
/// even when the database hangs. The timer lives on the main thread; health() may be called from
/// any.
class HealthWatch
{
public:
    HealthWatch(storage::Database &database, const Clock &clock);

    /// Something else: its checks are told beside our own, and what is outside is looked at again
    /// when somebody asks closely. Both are called on any thread.
    struct Dependency
    {
        std::function<QList<contract::HealthCheck>()> checks;
        std::function<void()> lookAgain;
    };
    void add(Dependency dependency); ///< Before start().

    void start();
    void stop(); ///< Before the database closes.

    /// `isStopping` makes it unavailable: a balancer should look elsewhere.
    contract::Health health() const;

    /// Has the things outside looked at again, for those who ask after health() next.
    void lookAgain() const;

    /// How a worker is that was last heard of so long ago; `whenSilent` it has been for too long.
    static contract::HealthCheck workerCheck(const QString &name, qint64 ageMs,
                                             contract::HealthState whenSilent);

    /// Not ready from now on: the process ends.
    void setStopping() { m_state->isStopping = true; }

private:
    /// What the workers report to; it outlives a beat that comes late.
    struct State
    {
        std::atomic<qint64> writerSeenMs;
        std::atomic<qint64> readerSeenMs;
        std::atomic<qint64> databaseSeenMs;
        std::atomic<bool> isStopping = false;
        mutable std::mutex mutex; ///< Guards `trouble`.
        QString trouble;          ///< What the database's own check said last; empty: well.
    };

    void beat();

    storage::Database &m_database;
    const Clock &m_clock;
    std::shared_ptr<State> m_state;
    std::vector<Dependency> m_dependencies;
    QTimer m_timer;
};

} // namespace tp::daemon
