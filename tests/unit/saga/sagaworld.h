// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/advance.h"

#include <QByteArray>
#include <QList>

namespace tp::test {

/// What a faulty world does, to show that the walk finds it.
enum class WorldFault {
    None,
    ForgetsUndone,  ///< A late request is carried out although its undo came first.
    CountsAttempts, ///< Each attempt has a key of its own, so that the second is done again.
};

/// What really became of the steps, as those know who did them: our own database for local steps,
/// somebody outside for the others. They keep the promise that every gateway must keep: one key is
/// carried out once, and an undo stands, also when it comes first. A refusal may stand or not.
class SagaWorld
{
public:
    enum class Effect { None, Happened, Declined, Undone };

    SagaWorld(qsizetype steps, WorldFault fault) : m_steps(steps), m_fault(fault) {}

    Effect effectOf(int step) const { return m_steps[step].effect; }
    bool isInFlight(int step) const { return m_steps[step].isInFlight; }

    /// A request arrives and is carried out, unless it was already, was declined or undone.
    void arrive(int step);
    void decline(int step);
    void undo(int step);

    /// A request is on its way, and nobody knows for how long.
    void send(int step) { m_steps[step].isInFlight = true; }
    void land(int step);

    /// Our own transaction has no key: what is committed twice has happened twice.
    void commit(int step);

    /// How a run, or a question about it, is answered by who knows the truth.
    saga::Outcome runAnswer(int step) const;
    saga::Outcome inquiryAnswer(int step) const;

    /// Everything happened once.
    bool isAllDone() const;

    /// Nothing happened that was not undone.
    bool isAllUndone() const;

    QByteArray key() const;

private:
    struct Step
    {
        Effect effect = Effect::None;
        bool isInFlight = false;
        int times = 0;
    };

    QList<Step> m_steps;
    WorldFault m_fault;
};

} // namespace tp::test
