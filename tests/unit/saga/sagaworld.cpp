// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/saga/sagaworld.h"

#include <algorithm>

namespace tp::test {

using saga::Outcome;

namespace {

constexpr int TimesMax = 2; // More often than once is wrong; how often does not matter.

} // namespace

void SagaWorld::arrive(int step)
{
    Step &one = m_steps[step];
    const bool isUndone = one.effect == Effect::Undone && m_fault != WorldFault::ForgetsUndone;
    const bool isDone = one.effect == Effect::Happened && m_fault != WorldFault::CountsAttempts;
    if (!isUndone && !isDone && one.effect != Effect::Declined)
        commit(step);
}

void SagaWorld::decline(int step)
{
    if (m_steps[step].effect == Effect::None)
        m_steps[step].effect = Effect::Declined;
}

void SagaWorld::undo(int step)
{
    m_steps[step].effect = Effect::Undone;
}

void SagaWorld::land(int step)
{
    m_steps[step].isInFlight = false;
    arrive(step);
}

void SagaWorld::commit(int step)
{
    m_steps[step].effect = Effect::Happened;
    m_steps[step].times = std::min(m_steps[step].times + 1, TimesMax);
}

Outcome SagaWorld::runAnswer(int step) const
{
    return m_steps[step].effect == Effect::Happened ? Outcome::Done : Outcome::Refused;
}

Outcome SagaWorld::inquiryAnswer(int step) const
{
    return m_steps[step].effect == Effect::None ? Outcome::NotThere : runAnswer(step);
}

bool SagaWorld::isAllDone() const
{
    return std::all_of(m_steps.begin(), m_steps.end(), [](const Step &step) {
        return step.effect == Effect::Happened && step.times == 1;
    });
}

bool SagaWorld::isAllUndone() const
{
    return std::all_of(m_steps.begin(), m_steps.end(), [](const Step &step) {
        return step.effect != Effect::Happened && step.times < TimesMax;
    });
}

QByteArray SagaWorld::key() const
{
    QByteArray key;
    for (const Step &step : m_steps) {
        key.append(char('a' + int(step.effect)));
        key.append(step.isInFlight ? '~' : '.');
        key.append(char('0' + step.times));
    }
    return key;
}

} // namespace tp::test
