// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/sagabook.h"
#include "backend/saga/sagastore.h"

namespace tp::saga {

/// A saga that is to begin. What its steps need to know of it goes into `data`, because they may
/// run elsewhere and much later.
struct NewSaga
{
    std::string_view kind;
    Uuid subject;     ///< What it is about.
    std::string data; ///< A JSON object.
    SagaId id = {};   ///< Nil: a new one.
};

/// How a saga stands at the end of a unit of work, and what is to be done once that is committed:
/// SagaRunner::follow() does it.
struct Standing
{
    Place place = {};
    SagaState state = SagaState::Running;
    std::optional<Failure> failure = {}; ///< Why it turned back.
    qint64 retryAtMs = 0;                ///< When it is due again; 0: now, or when it is answered.
    Action asked = {};                   ///< What `question` asks about.
    Question question = {};              ///< Empty: nobody is to be asked.

    bool isOver() const { return state == SagaState::Completed || state == SagaState::Compensated; }
};

/// Moves sagas on, each time within a unit of work: what the steps do and what is recorded of them
/// are one. It has no thread and keeps nothing; SagaRunner calls it, and start() whoever begins
/// one. May be used from any thread.
///
/// Errors: StaleVersion where another has moved the saga on meanwhile. After any error nothing of
/// the unit of work may be kept.
class SagaEngine
{
public:
    /// What nobody has answered for so long counts as unknown. It is less than a lease, so that a
    /// saga is not taken from a living backend.
    static constexpr qint64 AnswerMaxMs = 10'000;
    static constexpr qint64 LeaseMs = 20'000;
    /// A question that is put in parts puts none after so long, so that each has time to arrive.
    static constexpr qint64 AskMaxMs = 5'000;

    /// `owner` names this process in leases: no other may ever have the same. The book outlives
    /// this.
    SagaEngine(const SagaBook &book, std::string owner);

    /// Begins one and runs its steps as far as they are local: all of them make one commit.
    Result<Standing> start(storage::UnitOfWork &work, const NewSaga &wanted) const;

    /// How far a saga goes in one unit of work.
    enum class Stretch {
        Far,    ///< Through all neighbouring local steps.
        OneStep ///< So that one that fails does not undo those before it.
    };
    /// Goes on with what was leased.
    Result<Standing> resume(storage::UnitOfWork &work, const SagaStore::Leased &leased,
                            Stretch stretch) const;

    /// Goes on with the answer to `asked.question`.
    Result<Standing> settle(storage::UnitOfWork &work, const Standing &asked, const Reply &reply,
                            Stretch stretch) const;

    /// Goes on where resume() or settle() cannot: nobody knows what would have come of the step.
    Result<Standing> giveUpTurn(storage::UnitOfWork &work, const Place &place,
                                const Failure &why) const;

    /// Whether a unit of work whose commit was never confirmed was committed after all.
    Result<bool> isSaved(storage::UnitOfWork &work, const Place &place) const;

    /// A person says: try again. The name of the step; NotFound; IllegalTransition where no person
    /// is asked. The runner goes on within a second.
    Result<std::string> retry(storage::UnitOfWork &work, SagaId id) const;

    /// A person says: go on without this step, I have seen to it. Answers as those of retry().
    Result<std::string> abandon(storage::UnitOfWork &work, SagaId id) const;

    /// Leases what is due, a handful at a time.
    Result<QList<SagaStore::Leased>> leaseDue(storage::UnitOfWork &work) const;
    static constexpr int LeasedAtOnceMax = 16;

    const std::string &owner() const { return m_owner; }

private:
    Result<const SagaPlan *> planOf(const Saga &saga) const;
    Result<Standing> runOn(storage::UnitOfWork &work, const SagaPlan &plan, Saga saga,
                           Stretch stretch) const;
    Result<Standing> keep(storage::UnitOfWork &work, const SagaPlan &plan, Saga saga,
                          Standing standing) const;
    Lease leaseOf(const Record &record, qint64 nowMs) const;
    using Verdict = Record (*)(const Definition &, Record, qint64 nowMs);
    Result<std::string> operate(storage::UnitOfWork &work, SagaId id, Verdict verdict) const;

    const SagaBook &m_book;
    std::string m_owner;
};

} // namespace tp::saga
