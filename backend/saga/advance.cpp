// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/advance.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::saga {

namespace {

constexpr int DoublingsMax = 30; // More would leave 64 bits long after any delayMaxMs.

const Step &stepOf(const Definition &definition, const Record &record)
{
    return definition.steps[std::size_t(record.step)];
}

/// The delay doubles with each try, up to a limit; chance takes off up to the half of it.
qint64 retryDelayMs(const Patience &patience, int tries, quint32 chance)
{
    const int doublings = std::clamp(tries - 1, 0, DoublingsMax);
    const qint64 doubled = patience.firstDelayMs << doublings;
    const qint64 delay = std::min(doubled, patience.delayMaxMs);
    const qint64 half = delay / 2;
    return delay - half + qint64((quint64(half) * chance) >> 32);
}

/// Moves a record on by what was decided about its step.
class Move
{
public:
    Move(const Definition &definition, Record &record, qint64 atMs)
        : m_definition(definition)
        , m_record(record)
        , m_atMs(atMs)
    {}

    StepRecord &step() { return m_record.steps[m_record.step]; }

    void finishStep(StepState state)
    {
        step().state = state;
        step().finishedAtMs = m_atMs;
    }

    void next()
    {
        const bool wasPivot = stepOf(m_definition, m_record).kind == StepKind::Pivot;
        if (std::size_t(m_record.step) + 1 == m_definition.steps.size())
            m_record.phase = Phase::Completed;
        else
            ++m_record.step;
        settle();
        if (wasPivot)
            beginStage();
    }

    void turnBack(const std::optional<Failure> &why)
    {
        m_record.phase = Phase::Backward;
        m_record.failure = why;
        settle();
        beginStage();
    }

    void undoNext()
    {
        --m_record.step;
        if (m_record.step < 0)
            m_record.phase = Phase::Compensated;
        settle();
    }

    void later(StepState state, quint32 chance)
    {
        step().state = state;
        ++m_record.tries;
        m_record.retryAtMs = m_atMs + retryDelayMs(m_definition.patience, m_record.tries, chance);
    }

    void stop()
    {
        m_record.isStuck = true;
        settle();
    }

    void beginStage() { m_record.deadlineMs = m_atMs + m_definition.patience.stageMs; }

private:
    void settle()
    {
        m_record.tries = 0;
        m_record.retryAtMs = 0;
    }

    const Definition &m_definition;
    Record &m_record;
    qint64 m_atMs;
};

bool isOver(const Rule &rule, const Definition &definition, const Record &record, qint64 atMs)
{
    const bool isStageOver = atMs >= record.deadlineMs;
    const int attempts = record.steps[record.step].attempts;
    switch (rule.limit) {
    case Limit::None:
        return false;
    case Limit::Once:
        return attempts > 1;
    case Limit::Stage:
        return isStageOver;
    case Limit::Attempts:
        return isStageOver || attempts >= definition.patience.attemptsMax;
    }
    Q_UNREACHABLE();
}

/// The answer is to the step whose turn it is, and to what is being done about it.
bool isAwaited(const Record &record, const Answer &answer)
{
    if (record.isStuck || isFinal(record) || answer.to.step != record.step)
        return false;
    const bool isBackward = record.phase == Phase::Backward;
    return answer.to.kind != ActionKind::None && isBackward == (answer.to.kind == ActionKind::Undo);
}

/// Nothing is in doubt about the pivot, and the saga may turn back without asking anybody.
bool canBeGivenUp(const Definition &definition, const Record &record)
{
    if (record.phase != Phase::Forward)
        return false;
    const StepState state = record.steps[record.step].state;
    switch (stepOf(definition, record).kind) {
    case StepKind::Compensable:
        return true;
    case StepKind::Pivot:
        return state == StepState::Pending;
    case StepKind::Retryable:
        return false;
    }
    Q_UNREACHABLE();
}

/// A step whose outcome an answer leaves open, as the record keeps it.
StepState openState(const Answer &answer)
{
    if (answer.to.kind == ActionKind::Undo)
        return StepState::UndoDue;
    return answer.outcome == Outcome::NotThere ? StepState::Pending : StepState::Unknown;
}

void apply(Decision decision, Move &move, const Answer &answer)
{
    switch (decision) {
    case Decision::Next:
        move.finishStep(StepState::Done);
        move.next();
        return;
    case Decision::Again:
    case Decision::Ask:
        move.later(openState(answer), answer.chance);
        return;
    case Decision::UndoBefore:
        move.finishStep(StepState::Refused);
        move.turnBack(answer.failure);
        move.undoNext();
        return;
    case Decision::UndoFromHere:
        move.step().state = StepState::UndoDue;
        move.turnBack(answer.failure);
        return;
    case Decision::UndoNext:
        move.finishStep(StepState::Undone);
        move.undoNext();
        return;
    case Decision::Stop:
        move.step().state = answer.outcome == Outcome::Refused && answer.to.kind == ActionKind::Run
                                ? StepState::Refused
                                : openState(answer);
        move.stop();
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

Action nextAction(const Definition &definition, const Record &record)
{
    if (record.isStuck || isFinal(record))
        return {};
    const StepState state = record.steps[record.step].state;
    if (record.phase == Phase::Backward)
        return {state == StepState::Undoing ? ActionKind::None : ActionKind::Undo, record.step};
    if (state == StepState::Asked)
        return {ActionKind::None, record.step};
    const bool isInDoubt =
        state == StepState::Unknown && stepOf(definition, record).kind == StepKind::Pivot;
    return {isInDoubt ? ActionKind::Inquire : ActionKind::Run, record.step};
}

std::string keyOf(const SagaId &saga, const Definition &definition, const Action &action)
{
    Q_ASSERT(action.step >= 0);
    std::string key = saga.toString();
    key.append(":").append(definition.steps[std::size_t(action.step)].name);
    if (action.kind == ActionKind::Undo)
        key.append(":undo");
    return key;
}

Record asking(const Definition &definition, Record record, qint64 nowMs)
{
    const Action action = nextAction(definition, record);
    Q_ASSERT(action.kind != ActionKind::None);
    StepRecord &step = record.steps[record.step];
    step.state = action.kind == ActionKind::Undo ? StepState::Undoing : StepState::Asked;
    step.startedAtMs = step.startedAtMs == 0 ? nowMs : step.startedAtMs;
    step.attempts += action.kind == ActionKind::Run ? 1 : 0;
    record.retryAtMs = 0;
    return record;
}

Record advance(const Definition &definition, Record record, const Answer &answer)
{
    if (!isAwaited(record, answer))
        return record;
    if (nextAction(definition, record) == answer.to) // It answered within the transaction.
        record = asking(definition, std::move(record), answer.atMs);

    const Rule *rule = ruleFor(answer.to.kind, answer.outcome, stepOf(definition, record).kind);
    Q_ASSERT(rule);
    Move move(definition, record, answer.atMs);
    if (answer.failure)
        move.step().error = answer.failure;
    const bool hadEnough = isOver(*rule, definition, record, answer.atMs);
    apply(hadEnough ? rule->afterwards : rule->then, move, answer);
    return record;
}

Record recovered(const Definition &definition, Record record, qint64 nowMs, quint32 chance)
{
    if (record.isStuck || isFinal(record))
        return record;
    Move move(definition, record, nowMs);
    if (canBeGivenUp(definition, record) && nowMs >= record.deadlineMs) {
        const Failure why{"unavailable", u"It was left for too long"_s};
        const bool wasBegun = move.step().attempts > 0;
        move.turnBack(why);
        if (wasBegun)
            move.step().state = StepState::UndoDue;
        else
            move.undoNext();
        return record;
    }
    const StepState state = move.step().state;
    if (!canBeGivenUp(definition, record))
        move.beginStage();
    if (state != StepState::Asked && state != StepState::Undoing)
        return record;
    const Failure why{"unavailable", u"The backend stopped before the answer came"_s};
    const bool isUndo = state == StepState::Undoing;
    const Action action{isUndo ? ActionKind::Undo : ActionKind::Run, record.step};
    return advance(definition, std::move(record), {action, Outcome::Unknown, why, nowMs, chance});
}

Record retried(const Definition &definition, Record record, qint64 nowMs)
{
    Q_ASSERT(record.isStuck);
    record.isStuck = false;
    if (record.steps[record.step].state == StepState::Refused)
        record.steps[record.step].state = StepState::Pending;
    Move(definition, record, nowMs).beginStage();
    return record;
}

Record abandoned(const Definition &definition, Record record, qint64 nowMs)
{
    Q_ASSERT(record.isStuck);
    record.isStuck = false;
    Move move(definition, record, nowMs);
    if (record.phase == Phase::Backward) {
        move.finishStep(StepState::Abandoned);
        move.undoNext();
        return record;
    }
    if (stepOf(definition, record).kind == StepKind::Pivot) {
        move.turnBack(move.step().error);
        move.step().state = StepState::UndoDue;
        return record;
    }
    move.finishStep(StepState::Abandoned);
    move.next();
    move.beginStage();
    return record;
}

} // namespace tp::saga
