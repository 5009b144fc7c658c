// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/gateways.h"
#include "backend/saga/sagaengine.h"
#include "backend/storage/database.h"
#include "tests/simulation/agenda.h"
#include "tests/support/seededrandom.h"

#include <QStringList>

#include <map>
#include <memory>
#include <optional>

namespace tp::test {

/// What every process of a simulated shop lives in.
struct World
{
    storage::Database &database;
    FakeClock &clock;
    Agenda &agenda;
    SeededRandom &random;
    QStringList faults;  ///< What must never be, in words.
    bool isCalm = false; ///< Nothing dies.
};

/// One process of the backend, as far as it writes: units of work, and sagas followed as
/// saga::SagaRunner follows them, but on the agenda's thread. It may die around every commit and
/// with every answer in its hands; what it knew is gone then, and only the database is left.
class SimulatedBackend
{
public:
    using Died = std::function<void()>;

    /// All outlive this; `died` is called at most once.
    SimulatedBackend(World &world, const saga::SagaBook &book, const std::string &owner, Died died);

    bool isDead() const { return !m_life; }
    const saga::SagaEngine &engine() const { return m_engine; }

    /// A request: what it does is one unit of work, and the saga that it began is followed. Nothing
    /// where the process died, so that nobody was answered; it may have happened.
    using Job = std::function<Result<saga::Standing>(storage::UnitOfWork &)>;
    std::optional<Result<saga::Standing>> request(const Job &job);

    /// Takes up what is due.
    void look();

private:
    using Make =
        std::function<Result<saga::Standing>(storage::UnitOfWork &, saga::SagaEngine::Stretch)>;
    enum class Attempt { Whole, OneStep, GiveUp };

    std::optional<Result<void>>
    write(const std::function<Result<void>(storage::UnitOfWork &)> &work);
    void follow(const saga::Standing &standing);
    void ask(const saga::Standing &standing);
    void answered(const saga::Place &place, const saga::Reply &reply);
    void change(const saga::Place &place, const Make &make, Attempt attempt = Attempt::Whole);
    void later(qint64 ms, Agenda::What what);
    bool isHit(quint64 oneIn);
    void die();

    World &m_world;
    saga::SagaEngine m_engine;
    Died m_died;
    std::shared_ptr<int> m_life; ///< What is on the agenda for a dead one does not happen.
    std::map<SagaId, saga::Standing> m_asking;
};

} // namespace tp::test
