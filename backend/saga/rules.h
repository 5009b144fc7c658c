// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/definition.h"

#include <array>

namespace tp::saga {

/// What can be done about a step.
enum class ActionKind {
    None,
    Run,     ///< Do it.
    Inquire, ///< Ask whether it is done, by the key of its run.
    Undo     ///< Make it as if it had never been, whether it happened, did not, or still will.
};

/// What came of that.
enum class Outcome {
    Done,
    Refused, ///< Certain: it did not happen and will not.
    Partly,  ///< Certain: not all of it happened, and no more of it will.
    Unknown, ///< No answer, or none that says it.
    NotThere ///< To an inquiry only: nobody there has heard of it. It may still arrive.
};

/// What follows.
enum class Decision {
    Next,         ///< Forward to the next step, or completed.
    Again,        ///< The same thing later, by the same key.
    Ask,          ///< Inquire later.
    UndoBefore,   ///< Turn back; this step did nothing.
    UndoFromHere, ///< Turn back, and undo this step first.
    UndoNext,     ///< Back to the step before, or compensated.
    Stop          ///< Ask a person.
};

/// How long Decision `then` holds until `afterwards` takes its place.
enum class Limit {
    None,     ///< For ever.
    Once,     ///< While the step was begun once: an earlier attempt may still arrive.
    Attempts, ///< Until the step was begun Patience::attemptsMax times, or the stage is over.
    Stage     ///< Until the stage is over.
};

struct Rule
{
    ActionKind action;
    Outcome outcome;
    StepKind kind;
    Decision then;
    Limit limit;
    Decision afterwards;
};

/// All that a saga ever decides. An unknown pivot is asked about and never guessed; what may still
/// arrive is undone too, so that it finds itself undone when it does.
// clang-format off
inline constexpr std::array Rules{
    //   after               the answer          of a step               then                    until             and afterwards
    Rule{ActionKind::Run,     Outcome::Done,     StepKind::Compensable,  Decision::Next,         Limit::None,      Decision::Next},
    Rule{ActionKind::Run,     Outcome::Done,     StepKind::Pivot,        Decision::Next,         Limit::None,      Decision::Next},
    Rule{ActionKind::Run,     Outcome::Done,     StepKind::Retryable,    Decision::Next,         Limit::None,      Decision::Next},
    Rule{ActionKind::Run,     Outcome::Refused,  StepKind::Compensable,  Decision::UndoBefore,   Limit::Once,      Decision::UndoFromHere},
    Rule{ActionKind::Run,     Outcome::Refused,  StepKind::Pivot,        Decision::UndoBefore,   Limit::Once,      Decision::UndoFromHere},
    Rule{ActionKind::Run,     Outcome::Refused,  StepKind::Retryable,    Decision::Stop,         Limit::None,      Decision::Stop},
    Rule{ActionKind::Run,     Outcome::Partly,   StepKind::Compensable,  Decision::UndoFromHere, Limit::None,      Decision::UndoFromHere},
    Rule{ActionKind::Run,     Outcome::Partly,   StepKind::Pivot,        Decision::UndoFromHere, Limit::None,      Decision::UndoFromHere},
    Rule{ActionKind::Run,     Outcome::Unknown,  StepKind::Compensable,  Decision::Again,        Limit::Attempts,  Decision::UndoFromHere},
    Rule{ActionKind::Run,     Outcome::Unknown,  StepKind::Pivot,        Decision::Ask,          Limit::None,      Decision::Ask},
    Rule{ActionKind::Run,     Outcome::Unknown,  StepKind::Retryable,    Decision::Again,        Limit::Stage,     Decision::Stop},
    Rule{ActionKind::Inquire, Outcome::Done,     StepKind::Pivot,        Decision::Next,         Limit::None,      Decision::Next},
    Rule{ActionKind::Inquire, Outcome::Refused,  StepKind::Pivot,        Decision::UndoBefore,   Limit::Once,      Decision::UndoFromHere},
    Rule{ActionKind::Inquire, Outcome::Partly,   StepKind::Pivot,        Decision::UndoFromHere, Limit::None,      Decision::UndoFromHere},
    Rule{ActionKind::Inquire, Outcome::Unknown,  StepKind::Pivot,        Decision::Ask,          Limit::Stage,     Decision::Stop},
    Rule{ActionKind::Inquire, Outcome::NotThere, StepKind::Pivot,        Decision::Again,        Limit::Attempts,  Decision::UndoFromHere},
    Rule{ActionKind::Undo,    Outcome::Done,     StepKind::Compensable,  Decision::UndoNext,     Limit::None,      Decision::UndoNext},
    Rule{ActionKind::Undo,    Outcome::Done,     StepKind::Pivot,        Decision::UndoNext,     Limit::None,      Decision::UndoNext},
    Rule{ActionKind::Undo,    Outcome::Refused,  StepKind::Compensable,  Decision::Stop,         Limit::None,      Decision::Stop},
    Rule{ActionKind::Undo,    Outcome::Refused,  StepKind::Pivot,        Decision::Stop,         Limit::None,      Decision::Stop},
    Rule{ActionKind::Undo,    Outcome::Unknown,  StepKind::Compensable,  Decision::Again,        Limit::Stage,     Decision::Stop},
    Rule{ActionKind::Undo,    Outcome::Unknown,  StepKind::Pivot,        Decision::Again,        Limit::Stage,     Decision::Stop},
};
// clang-format on

/// Nothing for an answer that makes no sense, such as an inquiry about a step that can be undone.
constexpr const Rule *ruleFor(ActionKind action, Outcome outcome, StepKind kind)
{
    for (const Rule &rule : Rules) {
        if (rule.action == action && rule.outcome == outcome && rule.kind == kind)
            return &rule;
    }
    return nullptr;
}

/// Each row is the one that ruleFor() finds: no cell is written twice.
constexpr bool isDeterministic()
{
    for (const Rule &rule : Rules) {
        if (ruleFor(rule.action, rule.outcome, rule.kind) != &rule)
            return false;
    }
    return true;
}
static_assert(isDeterministic());

} // namespace tp::saga
