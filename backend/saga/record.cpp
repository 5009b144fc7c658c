// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/record.h"

#include <algorithm>
#include <array>

namespace tp::saga {

namespace {

constexpr std::array<std::string_view, std::size_t(SagaState::Count)> SagaStateNames{
    "running", "waiting", "compensating", "completed", "compensated", "stuck"};

constexpr std::array<std::string_view, std::size_t(StepState::Count)> StepStateNames{
    "pending", "asked", "unknown", "done", "refused", "undoing", "undo_due", "undone", "abandoned"};

constexpr std::array<std::string_view, std::size_t(Phase::Count)> PhaseNames{
    "forward", "backward", "completed", "compensated"};

/// The enumerator whose place in `names` it is.
template <typename Enum, std::size_t Size>
std::optional<Enum> named(const std::array<std::string_view, Size> &names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(Enum(found - names.begin()));
}

bool isWaiting(const Record &record)
{
    return record.retryAtMs > 0 || record.steps[record.step].state == StepState::Asked;
}

} // namespace

std::string_view nameOf(SagaState state)
{
    return SagaStateNames[std::size_t(state)];
}

std::string_view nameOf(StepState state)
{
    return StepStateNames[std::size_t(state)];
}

std::optional<StepState> stepStateNamed(std::string_view name)
{
    return named<StepState>(StepStateNames, name);
}

std::string_view nameOf(Phase phase)
{
    return PhaseNames[std::size_t(phase)];
}

std::optional<Phase> phaseNamed(std::string_view name)
{
    return named<Phase>(PhaseNames, name);
}

Record begun(const Definition &definition, qint64 nowMs)
{
    Record record;
    record.steps.resize(qsizetype(definition.steps.size()));
    record.deadlineMs = nowMs + definition.patience.stageMs;
    return record;
}

bool isFinal(const Record &record)
{
    return record.phase == Phase::Completed || record.phase == Phase::Compensated;
}

SagaState stateOf(const Record &record)
{
    if (record.isStuck)
        return SagaState::Stuck;
    switch (record.phase) {
    case Phase::Forward:
        return isWaiting(record) ? SagaState::Waiting : SagaState::Running;
    case Phase::Backward:
        return SagaState::Compensating;
    case Phase::Completed:
        return SagaState::Completed;
    case Phase::Compensated:
        return SagaState::Compensated;
    case Phase::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace tp::saga
