// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/definition.h"

#include <QList>
#include <QString>

#include <optional>
#include <string>

namespace tp::saga {

/// Where a saga is going, or how it ended. Stored by name: add one, never change one.
enum class Phase { Forward, Backward, Completed, Compensated, Count };
std::string_view nameOf(Phase phase);
std::optional<Phase> phaseNamed(std::string_view name);

/// What people see of a saga. Stored and answered by name: add one, never change one.
enum class SagaState { Running, Waiting, Compensating, Completed, Compensated, Stuck, Count };
std::string_view nameOf(SagaState state);

/// How far one step is. Stored and answered by name: add one, never change one.
enum class StepState {
    Pending,   ///< Not begun; or asked about, and nobody had ever heard of it.
    Asked,     ///< Somebody outside was asked to do it, or whether it is done. The answer is due.
    Unknown,   ///< It may have happened.
    Done,      //
    Refused,   ///< It did not happen and will not.
    Undoing,   ///< Somebody outside was asked to undo it. The answer is due.
    UndoDue,   ///< Its undo has begun, and may have happened.
    Undone,    ///< It counts as if it had never been; should it still arrive, nothing happens.
    Abandoned, ///< A person has dealt with it.
    Count
};
std::string_view nameOf(StepState state);
std::optional<StepState> stepStateNamed(std::string_view name);

/// Why a step was refused, or what is known of why its answer is not.
struct Failure
{
    std::string code; ///< As the thing that the saga is about answers it: "payment_declined".
    QString detail;   ///< For logs and developers.

    friend bool operator==(const Failure &, const Failure &) = default;
};

struct StepRecord
{
    StepState state = StepState::Pending;
    int attempts = 0; ///< How often it was begun. Asking about it or undoing it does not count.
    qint64 startedAtMs = 0;
    qint64 finishedAtMs = 0;      ///< Done, refused, undone or abandoned.
    std::optional<Failure> error; ///< The last one.
};

/// What is written of a saga, in the transaction of each step's effect. Who leases it and by which
/// fencing number is the runner's, not advance()'s.
struct Record
{
    Phase phase = Phase::Forward;
    bool isStuck = false; ///< A person is asked.
    int step = 0;         ///< The one whose turn it is; -1 once all are undone.
    QList<StepRecord> steps;
    int tries = 0;        ///< Answers to this step that settled nothing; the delay grows with them.
    qint64 retryAtMs = 0; ///< Not before; 0: now.
    qint64 deadlineMs = 0;          ///< Of this stage.
    std::optional<Failure> failure; ///< Why it turned back.
};

/// A saga that is about to take its first step.
Record begun(const Definition &definition, qint64 nowMs);

bool isFinal(const Record &record);

/// Waiting is a saga that goes forward and has asked somebody, or tries again later.
SagaState stateOf(const Record &record);

} // namespace tp::saga
