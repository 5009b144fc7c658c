// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagaengine.h"

using namespace Qt::StringLiterals;

namespace tp::saga {

namespace {

SagaView viewOf(const SagaPlan &plan, const Saga &saga, const Action &action)
{
    return {saga.id, saga.subject, saga.data, saga.record, plan.definition, action};
}

Result<Turn> takeTurn(storage::UnitOfWork &work, const SagaPlan &plan, const Saga &saga,
                      const Action &action)
{
    const StepFunctions &step = plan.steps[std::size_t(action.step)];
    const SagaView view = viewOf(plan, saga, action);
    switch (action.kind) {
    case ActionKind::Run:
        return step.run(work, view);
    case ActionKind::Inquire:
        return step.inquire(work, view);
    case ActionKind::Undo:
        return step.undo(work, view);
    case ActionKind::None:
        break;
    }
    Q_UNREACHABLE();
}

/// Internal for an answer that makes no sense, such as "never heard of it" to an undo.
Result<Record> told(storage::UnitOfWork &work, const SagaPlan &plan, Record record,
                    const Action &action, const Reply &reply)
{
    const StepKind kind = plan.definition.steps[std::size_t(action.step)].kind;
    if (!ruleFor(action.kind, reply.outcome, kind))
        return Error{ErrorCode::Internal, u"a step gave an answer that makes no sense"_s, {}};
    return advance(plan.definition, std::move(record),
                   {action, reply.outcome, reply.failure, work.nowMs(), work.chance()});
}

bool isAnswerDue(const Record &record)
{
    if (isFinal(record) || record.isStuck)
        return false;
    const StepState state = record.steps[record.step].state;
    return state == StepState::Asked || state == StepState::Undoing;
}

bool isEnd(const Record &record)
{
    return isFinal(record) || record.isStuck;
}

Error notStuck()
{
    return {ErrorCode::IllegalTransition, u"this saga does not ask for a person"_s, {}};
}

} // namespace

SagaEngine::SagaEngine(const SagaBook &book, std::string owner)
    : m_book(book)
    , m_owner(std::move(owner))
{}

Result<Standing> SagaEngine::start(storage::UnitOfWork &work, const NewSaga &wanted) const
{
    const SagaPlan *plan = m_book.newest(wanted.kind);
    Q_ASSERT(plan);
    Saga saga{.id = wanted.id.isNil() ? SagaId(work.newId()) : wanted.id,
              .kind = std::string(wanted.kind),
              .definition = plan->definition.version,
              .subject = wanted.subject,
              .data = wanted.data,
              .record = begun(plan->definition, work.nowMs())};
    saga.version = 0; // Written for the first time by keep().
    return runOn(work, *plan, std::move(saga), Stretch::Far);
}

Result<Standing> SagaEngine::resume(storage::UnitOfWork &work, const SagaStore::Leased &leased,
                                    Stretch stretch) const
{
    TP_TRY(Saga saga, SagaStore::findAt(work, leased.place));
    TP_TRY(const SagaPlan *plan, planOf(saga));
    if (leased.isLate || isAnswerDue(saga.record))
        saga.record = recovered(plan->definition, saga.record, work.nowMs(), work.chance());
    return runOn(work, *plan, std::move(saga), stretch);
}

Result<Standing> SagaEngine::settle(storage::UnitOfWork &work, const Standing &asked,
                                    const Reply &reply, Stretch stretch) const
{
    TP_TRY(Saga saga, SagaStore::findAt(work, asked.place));
    TP_TRY(const SagaPlan *plan, planOf(saga));
    const StepFunctions &step = plan->steps[std::size_t(asked.asked.step)];
    if (step.settle)
        TP_CHECK(step.settle(work, viewOf(*plan, saga, asked.asked), reply));
    TP_TRY(saga.record, told(work, *plan, saga.record, asked.asked, reply));
    if (stretch == Stretch::OneStep)
        return keep(work, *plan, std::move(saga), {});
    return runOn(work, *plan, std::move(saga), stretch);
}

Result<Standing> SagaEngine::giveUpTurn(storage::UnitOfWork &work, const Place &place,
                                        const Failure &why) const
{
    TP_TRY(Saga saga, SagaStore::findAt(work, place));
    TP_TRY(const SagaPlan *plan, planOf(saga));
    if (isEnd(saga.record))
        return Error{ErrorCode::StaleVersion, u"there is nothing left to give up"_s, {}};
    Action action = nextAction(plan->definition, saga.record);
    const bool isAsked = action.kind == ActionKind::None;
    if (isAsked) // As recovered() does with an answer that never came.
        action = {saga.record.phase == Phase::Backward ? ActionKind::Undo : ActionKind::Run,
                  saga.record.step};
    Reply reply{Outcome::Unknown, why, {}};
    const StepKind kind = plan->definition.steps[std::size_t(action.step)].kind;
    if (!isAsked && action.kind == ActionKind::Run && kind == StepKind::Pivot) {
        // It asked nobody, and what it wrote was undone: this is not in doubt. The attempt counts.
        saga.record = asking(plan->definition, saga.record, work.nowMs());
        action.kind = ActionKind::Inquire;
        reply.outcome = Outcome::NotThere;
    }
    TP_TRY(saga.record, told(work, *plan, saga.record, action, reply));
    return keep(work, *plan, std::move(saga), {});
}

Result<bool> SagaEngine::isSaved(storage::UnitOfWork &work, const Place &place) const
{
    const auto found = SagaStore::findAt(work, place);
    if (!found && found.error().code != ErrorCode::StaleVersion)
        return found.error();
    return bool(found);
}

Result<std::string> SagaEngine::retry(storage::UnitOfWork &work, SagaId id) const
{
    return operate(work, id, retried);
}

Result<std::string> SagaEngine::abandon(storage::UnitOfWork &work, SagaId id) const
{
    return operate(work, id, abandoned);
}

Result<QList<SagaStore::Leased>> SagaEngine::leaseDue(storage::UnitOfWork &work) const
{
    return SagaStore::leaseDue(work, {m_owner, work.nowMs() + LeaseMs}, LeasedAtOnceMax);
}

Result<const SagaPlan *> SagaEngine::planOf(const Saga &saga) const
{
    const SagaPlan *plan = m_book.find(saga.kind, saga.definition);
    // One of a newer version: its lease runs out, and somebody who knows it takes it up.
    if (!plan || plan->steps.size() != std::size_t(saga.record.steps.size()))
        return Error{ErrorCode::NotImplemented, u"this program does not know such a saga"_s, {}};
    return plan;
}

Result<Standing> SagaEngine::runOn(storage::UnitOfWork &work, const SagaPlan &plan, Saga saga,
                                   Stretch stretch) const
{
    Record &record = saga.record;
    Action action = nextAction(plan.definition, record);
    while (action.kind != ActionKind::None && record.retryAtMs == 0) {
        TP_TRY(Turn turn, takeTurn(work, plan, saga, action));
        if (auto *question = std::get_if<Question>(&turn)) {
            record = asking(plan.definition, std::move(record), work.nowMs());
            return keep(work, plan, std::move(saga), {.asked = action, .question = *question});
        }
        TP_TRY(record, told(work, plan, record, action, std::get<Reply>(turn)));
        if (stretch == Stretch::OneStep)
            break;
        action = nextAction(plan.definition, record);
    }
    return keep(work, plan, std::move(saga), {});
}

/// Writes how the saga stands now, and says it.
Result<Standing> SagaEngine::keep(storage::UnitOfWork &work, const SagaPlan &plan, Saga saga,
                                  Standing standing) const
{
    if (isEnd(saga.record) && plan.atEnd)
        TP_CHECK(plan.atEnd(work, viewOf(plan, saga, {})));
    TP_CHECK(m_book.tell(work, plan.definition, saga));
    const Lease lease = leaseOf(saga.record, work.nowMs());
    if (saga.version == 0) {
        saga.version = 1;
        TP_CHECK(SagaStore::insert(work, plan.definition, saga, lease));
    } else {
        TP_CHECK(SagaStore::save(work, plan.definition, saga, lease));
    }
    standing.place = {saga.id, saga.fence, saga.version};
    standing.state = stateOf(saga.record);
    standing.failure = saga.record.failure;
    standing.retryAtMs = isEnd(saga.record) ? 0 : saga.record.retryAtMs;
    return standing;
}

/// What waits for its next attempt is nobody's, so that whoever is there takes it up.
Lease SagaEngine::leaseOf(const Record &record, qint64 nowMs) const
{
    if (isEnd(record))
        return {};
    if (record.retryAtMs > 0)
        return {{}, record.retryAtMs};
    return {m_owner, nowMs + LeaseMs};
}

Result<std::string> SagaEngine::operate(storage::UnitOfWork &work, SagaId id, Verdict verdict) const
{
    TP_TRY(Saga saga, SagaStore::find(work, id));
    TP_TRY(const SagaPlan *plan, planOf(saga));
    if (!saga.record.isStuck)
        return notStuck();
    const auto step = std::size_t(saga.record.step);
    saga.record = verdict(plan->definition, saga.record, work.nowMs());
    if (isEnd(saga.record) && plan->atEnd)
        TP_CHECK(plan->atEnd(work, viewOf(*plan, saga, {})));
    TP_CHECK(m_book.tell(work, plan->definition, saga));
    // Nobody's: whoever runs sagas takes it up.
    const Lease lease = isEnd(saga.record) ? Lease{} : Lease{{}, work.nowMs()};
    TP_CHECK(SagaStore::save(work, plan->definition, saga, lease));
    return std::string(plan->definition.steps[step].name);
}

} // namespace tp::saga
