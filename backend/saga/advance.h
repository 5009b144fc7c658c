// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/uuid.h"
#include "backend/saga/record.h"
#include "backend/saga/rules.h"

namespace tp::saga {

/// What is to be done next, and about which step.
struct Action
{
    ActionKind kind = ActionKind::None;
    int step = -1;

    friend bool operator==(const Action &, const Action &) = default;
};

/// What is to be done now (or at Record::retryAtMs): nothing while an answer is due, a person is
/// asked, or all is over.
Action nextAction(const Definition &definition, const Record &record);

/// The key by which somebody outside knows a run or its undo, for ever: saga and step, never the
/// attempt. An inquiry asks about the key of the run.
std::string keyOf(const SagaId &saga, const Definition &definition, const Action &action);

/// What came of an action, and when. `chance` (any 32 bits) spreads the retries of many sagas.
struct Answer
{
    Action to;
    Outcome outcome = Outcome::Unknown;
    std::optional<Failure> failure;
    qint64 atMs = 0;
    quint32 chance = 0;
};

/// The record before somebody outside is asked. To be committed before asking: a record that says
/// Asked or Undoing tells those who come after a crash that it may have happened. A step that
/// answers within the transaction needs none of it.
Record asking(const Definition &definition, Record record, qint64 nowMs);

/// The whole life of a saga, one answer at a time: pure, decided by Rules alone. To be written in
/// the transaction of the step's effect. An answer that nobody waits for (a step that is over, a
/// run that is being undone) changes nothing; one that arrives by another way than it was asked for
/// counts all the same.
Record advance(const Definition &definition, Record record, const Answer &answer);

/// A record as it is found after a crash or an expired lease: what was asked then is unknown now.
/// A saga that can still turn back does so when its stage is over, because nobody expects money to
/// be taken an hour later; one that must come to an end gets a new stage.
Record recovered(const Definition &definition, Record record, qint64 nowMs, quint32 chance);

/// A person says: try again. Only for one that is stuck.
Record retried(const Definition &definition, Record record, qint64 nowMs);

/// A person says: I have seen to this step, go on without it. At the pivot that means to turn back,
/// and to undo it first. Only for one that is stuck.
Record abandoned(const Definition &definition, Record record, qint64 nowMs);

} // namespace tp::saga
