// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/simulatedbackend.h"

using namespace Qt::StringLiterals;
using tp::saga::SagaEngine;
using tp::saga::SagaState;
using tp::saga::SagaStore;
using tp::saga::Standing;
using tp::storage::UnitOfWork;

namespace tp::test {

namespace {

constexpr quint64 DiesOneCommitIn = 150;
constexpr quint64 DiesOneAnswerIn = 150;

} // namespace

SimulatedBackend::SimulatedBackend(World &world, const saga::SagaBook &book,
                                   const std::string &owner, Died died)
    : m_world(world)
    , m_engine(book, owner)
    , m_died(std::move(died))
    , m_life(std::make_shared<int>())
{
    (void)write(
        [this](UnitOfWork &work) { return SagaStore::giveBackOfOthers(work, m_engine.owner()); });
    if (!isDead())
        look();
}

std::optional<Result<Standing>> SimulatedBackend::request(const Job &job)
{
    if (isDead())
        return std::nullopt; // Nobody is there.
    Result<Standing> standing = Error{};
    const auto written = write([&](UnitOfWork &work) -> Result<void> {
        TP_TRY(standing, job(work));
        return {};
    });
    if (!written)
        return std::nullopt;
    if (!*written)
        return Result<Standing>(written->error());
    if (!standing->place.id.isNil())
        follow(*standing);
    return standing;
}

void SimulatedBackend::look()
{
    QList<SagaStore::Leased> due;
    do {
        const auto written = write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(due, m_engine.leaseDue(work));
            return {};
        });
        if (!written)
            return;
        for (const SagaStore::Leased &one : due) {
            change(one.place, [this, one](UnitOfWork &work, SagaEngine::Stretch stretch) {
                return m_engine.resume(work, one, stretch);
            });
        }
    } while (!isDead() && due.size() == SagaEngine::LeasedAtOnceMax);
}

/// Nothing: it died, before the commit or right after it.
std::optional<Result<void>>
SimulatedBackend::write(const std::function<Result<void>(UnitOfWork &)> &work)
{
    if (isDead())
        return std::nullopt;
    const bool dies = isHit(DiesOneCommitIn);
    const bool isKept = !dies || m_world.random.below(2) == 0;
    Result<void> done;
    const auto written = m_world.database.writeHere([&](UnitOfWork &unit) {
        done = work(unit);
        return done && isKept ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
    });
    if (!written)
        m_world.faults.append(u"not written: "_s + written.error().detail);
    if (dies) {
        die();
        return std::nullopt;
    }
    return done ? written : done;
}

void SimulatedBackend::follow(const Standing &standing)
{
    if (standing.question) {
        ask(standing);
    } else if (standing.isOver() || standing.state == SagaState::Stuck) {
        m_asking.erase(standing.place.id);
    } else if (standing.retryAtMs > 0) {
        later(standing.retryAtMs - m_world.clock.nowMs() + 1, [this] { look(); });
    } else {
        change(standing.place,
               [this, place = standing.place](UnitOfWork &work, SagaEngine::Stretch stretch) {
                   return m_engine.resume(work, {place, false}, stretch);
               });
    }
}

void SimulatedBackend::ask(const Standing &standing)
{
    const saga::Place place = standing.place;
    m_asking.insert_or_assign(place.id, standing);
    later(SagaEngine::AnswerMaxMs, [this, place] { answered(place, {}); });
    const std::weak_ptr<int> life = m_life;
    standing.question(
        {[this, life, place](const saga::Reply &reply) {
             if (!life.expired())
                 later(0, [this, place, reply] { answered(place, reply); });
         },
         [life, &clock = m_world.clock, untilMs = m_world.clock.nowMs() + SagaEngine::AskMaxMs] {
             return !life.expired() && clock.nowMs() < untilMs;
         }});
}

void SimulatedBackend::answered(const saga::Place &place, const saga::Reply &reply)
{
    const auto found = m_asking.find(place.id);
    if (found == m_asking.end() || found->second.place != place)
        return;
    const Standing asked = found->second;
    m_asking.erase(found);
    if (isHit(DiesOneAnswerIn)) {
        die();
        return;
    }
    change(place, [this, asked, reply](UnitOfWork &work, SagaEngine::Stretch stretch) {
        return m_engine.settle(work, asked, reply, stretch);
    });
}

/// The database is well and one process has it, so no step may fail; one that does is tried as
/// saga::SagaChanges tries it, so that the rest of the shop goes on.
void SimulatedBackend::change(const saga::Place &place, const Make &make, Attempt attempt)
{
    Result<Standing> standing = Error{};
    const auto written = write([&](UnitOfWork &work) -> Result<void> {
        if (attempt == Attempt::GiveUp) {
            TP_TRY(standing, m_engine.giveUpTurn(work, place, {"internal", u"it failed"_s}));
        } else {
            TP_TRY(standing, make(work, attempt == Attempt::Whole ? SagaEngine::Stretch::Far
                                                                  : SagaEngine::Stretch::OneStep));
        }
        return {};
    });
    if (!written || (!*written && written->error().code == ErrorCode::StaleVersion))
        return;
    if (*written)
        return follow(*standing);
    m_world.faults.append(
        u"a step failed: %1 %2"_s.arg(written->error().detail, place.id.toQString()));
    if (attempt != Attempt::GiveUp)
        change(place, make, attempt == Attempt::Whole ? Attempt::OneStep : Attempt::GiveUp);
}

void SimulatedBackend::later(qint64 ms, Agenda::What what)
{
    m_world.agenda.after(ms, [life = std::weak_ptr<int>(m_life), what = std::move(what)] {
        if (!life.expired())
            what();
    });
}

bool SimulatedBackend::isHit(quint64 oneIn)
{
    return !m_world.isCalm && m_world.random.below(oneIn) == 0;
}

void SimulatedBackend::die()
{
    m_life.reset();
    m_died();
}

} // namespace tp::test
