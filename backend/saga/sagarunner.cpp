// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagarunner.h"

#include "backend/kernel/testbreak.h"
#include "backend/saga/sagalog.h"

using namespace Qt::StringLiterals;

namespace tp::saga {

namespace {

constexpr qint64 SweepEveryMs = 1'000;

Reply noAnswerInTime()
{
    return {Outcome::Unknown, Failure{"unavailable", u"No answer came in time"_s}, {}};
}

} // namespace

SagaRunner::SagaRunner(const SagaEngine &engine, storage::Database &database, const Clock &clock,
                       Ended ended)
    : m_engine(engine)
    , m_clock(clock)
    , m_isAlone(database.dialect() == storage::Dialect::Sqlite)
    , m_ended(std::move(ended))
    , m_loop(clock)
    , m_changes(engine, database.writer(), m_loop,
                [this](Standing standing) { act(std::move(standing)); })
    , m_lookedAtMs(clock.steadyMs())
{}

SagaRunner::~SagaRunner()
{
    leave(false);
}

void SagaRunner::start()
{
    m_loop.start();
    m_loop.inbox()->post([this] {
        sweepLater();
        if (!m_isAlone) {
            sweep();
            return;
        }
        m_changes.submit(
            [this](storage::UnitOfWork &work) {
                return SagaStore::giveBackOfOthers(work, m_engine.owner());
            },
            [this](const Result<void> &) { sweep(); });
    });
}

void SagaRunner::stop()
{
    leave(true);
}

void SagaRunner::follow(Standing standing)
{
    m_loop.inbox()->post([this, standing = std::move(standing)] { act(standing); });
}

void SagaRunner::wake(SagaId id)
{
    m_loop.inbox()->post([this, id] {
        m_changes.submit([id](storage::UnitOfWork &work) { return SagaStore::hasten(work, id); },
                         [this](const Result<void> &) { sweep(); });
    });
}

void SagaRunner::look()
{
    m_loop.inbox()->post([this] { sweep(); });
}

void SagaRunner::act(Standing standing)
{
    if (standing.question) {
        ask(std::move(standing));
    } else if (standing.isOver() || standing.state == SagaState::Stuck) {
        if (standing.state == SagaState::Stuck)
            qCWarning(lcSaga) << "a person is asked saga=" << standing.place.id.toString().c_str();
        if (m_ended)
            m_ended(standing.place.id, standing.state);
    } else if (standing.retryAtMs > 0) {
        // Two clocks that are cut to milliseconds may be one apart.
        m_loop.after(standing.retryAtMs - m_clock.nowMs() + 1, [this] { sweep(); });
    } else {
        goOn({standing.place, false});
    }
}

void SagaRunner::goOn(const SagaStore::Leased &leased)
{
    m_changes.request(leased.place,
                      [this, leased](storage::UnitOfWork &work, SagaEngine::Stretch stretch) {
                          return m_engine.resume(work, leased, stretch);
                      });
}

void SagaRunner::ask(Standing standing)
{
    if (m_isLeaving)
        return;
    const Place place = standing.place;
    const Question question = standing.question;
    m_asking.insert_or_assign(place.id, std::move(standing));
    noteAsking();
    m_loop.after(SagaEngine::AnswerMaxMs, [this, place] { answered(place, noAnswerInTime()); });
    question(
        {[this, inbox = m_loop.inbox(), place](const Reply &reply) {
             inbox->post([this, place, reply] { answered(place, reply); });
         },
         [&clock = m_clock, here = m_isHere, untilMs = m_clock.steadyMs() + SagaEngine::AskMaxMs] {
             return *here && clock.steadyMs() < untilMs;
         }});
}

/// The first answer counts; one that comes later speaks of a place that is no more.
void SagaRunner::answered(const Place &place, const Reply &reply)
{
    const auto found = m_asking.find(place.id);
    if (found == m_asking.end() || found->second.place != place)
        return;
    const Standing asked = std::move(found->second);
    m_asking.erase(found);
    noteAsking();
    m_changes.request(place,
                      [this, asked, reply](storage::UnitOfWork &work, SagaEngine::Stretch stretch) {
                          return m_engine.settle(work, asked, reply, stretch);
                      });
}

void SagaRunner::sweep()
{
    if (m_isLeaving || TestBreak == Broken::Worker)
        return;
    if (m_isSweeping) {
        m_isSweepWanted = true;
        return;
    }
    m_isSweeping = true;
    m_isSweepWanted = false;
    const auto leased = std::make_shared<QList<SagaStore::Leased>>();
    m_changes.submit(
        [this, leased](storage::UnitOfWork &work) -> Result<void> {
            TP_TRY(*leased, m_engine.leaseDue(work));
            return {};
        },
        [this, leased](const Result<void> &outcome) { swept(outcome, *leased); });
}

void SagaRunner::swept(const Result<void> &outcome, const QList<SagaStore::Leased> &leased)
{
    m_isSweeping = false;
    if (!outcome)
        return; // The next round comes.
    m_lookedAtMs = m_clock.steadyMs();
    for (const SagaStore::Leased &one : leased)
        goOn(one);
    if (m_isSweepWanted || leased.size() == SagaEngine::LeasedAtOnceMax)
        sweep();
}

void SagaRunner::sweepLater()
{
    m_loop.after(SweepEveryMs, [this] {
        sweep();
        sweepLater();
    });
}

void SagaRunner::leave(bool isGivingBack)
{
    m_loop.inbox()->post([this, isGivingBack] {
        m_isLeaving = true;
        *m_isHere = false;
        m_asking.clear();
        m_changes.stop([this, isGivingBack] {
            if (!isGivingBack) {
                m_loop.end();
                return;
            }
            m_changes.submit(
                [this](storage::UnitOfWork &work) {
                    return SagaStore::giveBack(work, m_engine.owner());
                },
                [this](const Result<void> &) { m_loop.end(); });
        });
    });
    m_loop.join();
}

} // namespace tp::saga
