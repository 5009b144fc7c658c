// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/healthwatch.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

constexpr int BeatMs = 1'000;

/// A worker that has not been heard of for so long is not well: five beats, as one may be slow.
constexpr qint64 SilenceMaxMs = 5 * BeatMs;

contract::HealthCheck checkOf(const QString &name, qint64 ageMs, const QString &trouble)
{
    auto check = HealthWatch::workerCheck(name, ageMs, contract::HealthState::Unavailable);
    if (trouble.isEmpty())
        return check;
    check.status = contract::HealthState::Unavailable;
    check.detail = trouble;
    return check;
}

contract::HealthState worstOf(const QList<contract::HealthCheck> &checks)
{
    contract::HealthState worst = contract::HealthState::Ok;
    for (const contract::HealthCheck &check : checks)
        worst = std::max(worst, check.status);
    return worst;
}

} // namespace

contract::HealthCheck HealthWatch::workerCheck(const QString &name, qint64 ageMs,
                                               contract::HealthState whenSilent)
{
    contract::HealthCheck check;
    check.name = name;
    check.ageMs = std::max<qint64>(ageMs, 0);
    if (ageMs > SilenceMaxMs) {
        check.status = whenSilent;
        check.detail = u"no sign of life for %1 s"_s.arg(ageMs / 1000);
    }
    return check;
}

HealthWatch::HealthWatch(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
    , m_state(std::make_shared<State>())
{
    const qint64 now = clock.steadyMs();
    m_state->writerSeenMs = now;
    m_state->readerSeenMs = now;
    m_state->databaseSeenMs = now;
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
}

void HealthWatch::add(Dependency dependency)
{
    m_dependencies.push_back(std::move(dependency));
}

void HealthWatch::start()
{
    m_timer.start(BeatMs);
    beat();
}

void HealthWatch::stop()
{
    m_timer.stop();
}

void HealthWatch::beat()
{
    // A full queue is a worker that does not get on: its age tells.
    const auto state = m_state;
    const Clock &clock = m_clock;
    std::ignore = m_database.writer().submit(
        storage::Writer::Lane::Bulk,
        [](storage::UnitOfWork &) { return storage::UnitOfWork::Keep::No; },
        [state, &clock](const storage::Writer::Outcome &outcome) {
            if (outcome.committed)
                state->writerSeenMs = clock.steadyMs();
        });

    storage::Database &database = m_database;
    std::ignore =
        m_database.submitRead([state, &clock, &database](Result<storage::Snapshot *> snapshot) {
            state->readerSeenMs = clock.steadyMs();
            const Result<void> check =
                snapshot ? database.check(*snapshot.value()) : Result<void>(snapshot.error());
            if (check)
                state->databaseSeenMs = clock.steadyMs();
            const std::lock_guard lock(state->mutex);
            state->trouble = check ? QString() : check.error().detail;
        });
}

contract::Health HealthWatch::health() const
{
    const qint64 now = m_clock.steadyMs();
    QString trouble;
    {
        const std::lock_guard lock(m_state->mutex);
        trouble = m_state->trouble;
    }
    contract::Health health;
    health.checks = {checkOf(u"database"_s, now - m_state->databaseSeenMs, trouble),
                     checkOf(u"writer"_s, now - m_state->writerSeenMs, {}),
                     checkOf(u"readers"_s, now - m_state->readerSeenMs, {})};
    if (m_state->isStopping)
        health.checks.append(checkOf(u"process"_s, 0, u"it is ending"_s));
    for (const Dependency &dependency : m_dependencies)
        health.checks += dependency.checks();
    health.status = worstOf(health.checks);
    return health;
}

void HealthWatch::lookAgain() const
{
    for (const Dependency &dependency : m_dependencies)
        dependency.lookAgain();
}

} // namespace tp::daemon
