// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/sagachanges.h"
#include "backend/storage/database.h"

#include <atomic>
#include <map>
#include <memory>

namespace tp::saga {

/// Brings sagas to their end, whatever happens on the way: asks whom they ask, tries again what is
/// due, and takes up what a process that is no more has left behind. One thread, "saga", which
/// never waits for anybody: whoever is asked answers later, and every change is a job of the
/// writer.
class SagaRunner
{
public:
    /// Told on the saga's thread when a saga came to its end here, or to a person.
    using Ended = std::function<void(SagaId, SagaState)>;

    /// All outlive this; the database is closed after stop().
    SagaRunner(const SagaEngine &engine, storage::Database &database, const Clock &clock,
               Ended ended);

    /// Without stop() its sagas stay leased, as after a crash.
    ~SagaRunner();

    /// Takes up what is due, now and once a second. On SQLite, where one process has the file, that
    /// is all that its predecessor has left.
    void start();

    /// Lets its changes end and gives its sagas back, so that another may take them up at once.
    /// Waits for that. May be called twice.
    void stop();

    // From any thread:

    /// Does what a unit of work has left to do, once that is committed.
    void follow(Standing standing);

    /// Something may have happened to this saga: it is tried now, and not only when it is due.
    void wake(SagaId id);

    /// Takes up what is due.
    void look();

    /// How many wait for an answer from outside, for the metrics.
    int asking() const { return m_askingCount; }

    /// Clock::steadyMs() of when it last looked for work, for a health check.
    qint64 lookedAtMs() const { return m_lookedAtMs; }

private:
    void act(Standing standing);
    void goOn(const SagaStore::Leased &leased);
    void ask(Standing standing);
    void answered(const Place &place, const Reply &reply);
    void noteAsking() { m_askingCount = int(m_asking.size()); }

    void sweep();
    void swept(const Result<void> &outcome, const QList<SagaStore::Leased> &leased);
    void sweepLater();
    void leave(bool isGivingBack);

    const SagaEngine &m_engine;
    const Clock &m_clock;
    const bool m_isAlone; ///< No other process has this database.
    Ended m_ended;
    SagaLoop m_loop;
    SagaChanges m_changes;

    // The thread's own:
    std::map<SagaId, Standing> m_asking; ///< Whose answers are awaited.
    bool m_isSweeping = false;
    bool m_isSweepWanted = false;
    bool m_isLeaving = false;

    /// False once it leaves: a question that is put in parts asks no more. Outlives this.
    const std::shared_ptr<std::atomic<bool>> m_isHere = std::make_shared<std::atomic<bool>>(true);
    std::atomic<int> m_askingCount = 0;
    std::atomic<qint64> m_lookedAtMs;
};

} // namespace tp::saga
