// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagachanges.h"

#include "backend/saga/sagalog.h"

#include <utility>

using namespace Qt::StringLiterals;
using tp::storage::UnitOfWork;
using tp::storage::Writer;

namespace tp::saga {

namespace {

/// A database that is away for a moment is asked again, for three seconds; then the step is given
/// up, or the lease runs out meanwhile and the saga is taken up anew.
constexpr int TriesMax = 5;
constexpr qint64 FirstPauseMs = 100;

UnitOfWork::Keep keepIf(bool isDone)
{
    return isDone ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
}

Error queueIsFull()
{
    return {ErrorCode::Unavailable, u"the writer takes nothing in"_s, {}};
}

} // namespace

SagaChanges::SagaChanges(const SagaEngine &engine, Writer &writer, SagaLoop &loop, Made made)
    : m_engine(engine)
    , m_writer(writer)
    , m_loop(loop)
    , m_made(std::move(made))
{}

void SagaChanges::request(const Place &place, Make make)
{
    tryIt(std::make_shared<Change>(Change{.place = place, .make = std::move(make)}));
}

void SagaChanges::submit(Job job, const Then &then)
{
    const auto outcome = std::make_shared<Result<void>>();
    const auto inbox = m_loop.inbox();
    ++m_jobs;
    const bool isTaken = m_writer.submit(
        Writer::Lane::Sales,
        [job = std::move(job), outcome](UnitOfWork &work) {
            *outcome = job(work);
            return keepIf(bool(*outcome));
        },
        [this, inbox, outcome, then](const Writer::Outcome &written) {
            const Result<void> end = written.committed ? *outcome : written.committed;
            inbox->post([this, then, end] {
                then(end);
                jobEnded();
            });
        });
    if (!isTaken) {
        then(queueIsFull());
        jobEnded();
    }
}

void SagaChanges::stop(SagaLoop::Function idle)
{
    m_isStopping = true;
    m_idle = std::move(idle);
    ++m_jobs; // This one: idle also when nothing runs.
    jobEnded();
}

void SagaChanges::tryIt(const SharedChange &change)
{
    if (m_isStopping)
        return;
    const auto standing = std::make_shared<Result<Standing>>(Error{});
    const auto inbox = m_loop.inbox();
    ++m_jobs;
    const bool isTaken = m_writer.submit(
        Writer::Lane::Sales,
        [this, change, standing](UnitOfWork &work) {
            *standing = attempt(work, *change);
            return keepIf(bool(*standing));
        },
        [this, inbox, change, standing](const Writer::Outcome &outcome) {
            inbox->post([this, change, standing, outcome] {
                attempted(change, outcome, *standing);
                jobEnded();
            });
        });
    if (!isTaken) {
        failed(change, queueIsFull());
        jobEnded();
    }
}

void SagaChanges::tryLater(const SharedChange &change)
{
    m_loop.after(FirstPauseMs << change->tries, [this, change] { tryIt(change); });
    ++change->tries;
}

/// On a writer's thread, while the loop leaves the change alone.
Result<Standing> SagaChanges::attempt(UnitOfWork &work, const Change &change) const
{
    if (change.doubtful) {
        TP_TRY(const bool isSaved, m_engine.isSaved(work, change.doubtful->place));
        if (isSaved)
            return *change.doubtful;
    }
    return change.make(work, change.stretch);
}

void SagaChanges::attempted(const SharedChange &change, const Writer::Outcome &outcome,
                            const Result<Standing> &standing)
{
    if (outcome.unknown && standing)
        change->doubtful = standing.value();
    if (!outcome.committed)
        failed(change, outcome.committed.error());
    else if (!standing)
        failed(change, standing.error());
    else
        m_made(standing.value());
}

void SagaChanges::failed(const SharedChange &change, const Error &error)
{
    const std::string id = change->place.id.toString();
    if (error.code == ErrorCode::StaleVersion)
        qCInfo(lcSaga) << "another has moved it on saga=" << id.c_str();
    else if (error.code == ErrorCode::NotImplemented)
        qCWarning(lcSaga) << "it is of a newer version saga=" << id.c_str();
    else if (error.code == ErrorCode::Unavailable && change->tries < TriesMax)
        tryLater(change);
    else
        giveUp(change, error);
}

/// First the step alone, so that those before it stand. If that cannot be done, at the moment or
/// ever, the record has to know, or nobody ever would.
void SagaChanges::giveUp(const SharedChange &change, const Error &error)
{
    const std::string id = change->place.id.toString();
    if (change->isGivingUp) {
        qCWarning(lcSaga) << "nothing can be written saga=" << id.c_str()
                          << "reason=" << error.detail;
        return; // Its lease runs out, and somebody takes it up.
    }
    Change next{.place = change->place,
                .make = change->make,
                .stretch = SagaEngine::Stretch::OneStep,
                .doubtful = change->doubtful};
    if (change->stretch == SagaEngine::Stretch::OneStep) {
        qCWarning(lcSaga) << "a step cannot be done saga=" << id.c_str()
                          << "reason=" << error.detail;
        const bool isAway = error.code == ErrorCode::Unavailable;
        const Failure why{isAway ? "unavailable" : "internal", error.detail};
        next.isGivingUp = true;
        next.make = [this, place = change->place, why](UnitOfWork &work, SagaEngine::Stretch) {
            return m_engine.giveUpTurn(work, place, why);
        };
    }
    tryIt(std::make_shared<Change>(std::move(next)));
}

void SagaChanges::jobEnded()
{
    --m_jobs;
    if (m_isStopping && m_jobs == 0 && m_idle)
        std::exchange(m_idle, {})();
}

} // namespace tp::saga
