// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/saga/history.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tp::test {

using namespace saga;

namespace {

constexpr int FaultsMax = 20;
constexpr int WayOutMax = 100;

/// What a record is known by: all that can make a difference to what happens from here on.
QByteArray keyOfRecord(const Definition &definition, const Record &record)
{
    QByteArray key = QByteArray::number(int(record.phase)) + (record.isStuck ? 's' : '-') +
                     QByteArray::number(record.step) + ' ';
    for (const StepRecord &step : record.steps) {
        key.append(char('a' + int(step.state)));
        key.append(char('0' + std::min(step.attempts, definition.patience.attemptsMax)));
    }
    return key;
}

std::array<qint64, 2> inTimeAndLate(const Record &record)
{
    return {record.deadlineMs - 1, record.deadlineMs};
}

} // namespace

Histories::Histories(const Definition &definition, std::vector<bool> isRemote, WorldFault fault,
                     Engine engine)
    : m_definition(definition)
    , m_isRemote(std::move(isRemote))
    , m_fault(fault)
    , m_engine(std::move(engine))
{}

void Histories::walk()
{
    reach({begun(m_definition, 0), SagaWorld(qsizetype(m_definition.steps.size()), m_fault)});
    while (!m_ahead.empty() && m_faults.size() < FaultsMax) {
        const Place place = std::move(m_ahead.back());
        m_ahead.pop_back();
        look(place);
    }
}

void Histories::reach(Place place)
{
    const QByteArray key = keyOfRecord(m_definition, place.record) + ' ' + place.world.key();
    if (m_seen.contains(key))
        return;
    m_seen.insert(key);
    m_ahead.push_back(std::move(place));
}

void Histories::look(const Place &place)
{
    if (isFinal(place.record)) {
        judgeEnd(place);
        return;
    }
    mustHaveAWayOut(place);
    walkFlights(place);
    if (place.record.isStuck) {
        ++m_stuck;
        reach({retried(m_definition, place.record, place.record.deadlineMs), place.world});
        return;
    }
    const Action action = nextAction(m_definition, place.record);
    if (action.kind == ActionKind::None) {
        complain(u"nobody knows what to do"_s, place);
        return;
    }
    walkTakeover(place);
    if (m_isRemote[std::size_t(action.step)])
        walkRemote(place, action);
    else
        walkLocal(place, action);
}

/// An end is balanced, also when all that is still on its way has arrived.
void Histories::judgeEnd(const Place &place)
{
    SagaWorld world = place.world;
    for (int step = 0; step < int(m_definition.steps.size()); ++step) {
        if (world.isInFlight(step))
            world.land(step);
    }
    const bool isCompleted = place.record.phase == Phase::Completed;
    if (isCompleted ? !world.isAllDone() : !world.isAllUndone())
        complain(u"the end is not balanced"_s, place);
    if (!isCompleted && !place.record.failure)
        complain(u"nobody knows why it turned back"_s, place);
    ++(isCompleted ? m_completed : m_compensated);
}

/// With luck, and with a person who tries again, every place leads to an end.
void Histories::mustHaveAWayOut(Place place)
{
    for (int i = 0; i < WayOutMax && !isFinal(place.record); ++i) {
        const qint64 atMs = inTimeAndLate(place.record)[0];
        if (place.record.isStuck) {
            place.record = retried(m_definition, place.record, atMs);
            continue;
        }
        const Action action = nextAction(m_definition, place.record);
        if (action.kind == ActionKind::None)
            break;
        Outcome truth = Outcome::Done;
        if (action.kind == ActionKind::Undo) {
            place.world.undo(action.step);
        } else if (action.kind == ActionKind::Run) {
            place.world.arrive(action.step);
            truth = place.world.runAnswer(action.step);
        } else {
            truth = place.world.inquiryAnswer(action.step);
        }
        place.record = told(place.record, action, truth, atMs);
    }
    if (!isFinal(place.record))
        complain(u"there is no way out"_s, place);
}

/// Effect and record are one transaction: a crash before it leaves the place as it is, a crash
/// after it is the next place. So is the takeover of either.
void Histories::walkLocal(const Place &place, const Action &action)
{
    for (const qint64 atMs : inTimeAndLate(place.record)) {
        SagaWorld world = place.world;
        Outcome truth = Outcome::Done;
        if (action.kind == ActionKind::Run)
            world.commit(action.step);
        else if (action.kind == ActionKind::Undo)
            world.undo(action.step);
        else
            truth = world.inquiryAnswer(action.step);
        reach({told(place.record, action, truth, atMs), world});
        if (canBePartly(action))
            reach({told(place.record, action, Outcome::Partly, atMs), world});
        // What says no or cannot be done now has rolled back.
        reach({told(place.record, action, Outcome::Unknown, atMs), place.world});
        if (action.kind != ActionKind::Inquire)
            reach({told(place.record, action, Outcome::Refused, atMs), place.world});
    }
}

/// The intent is committed; then the request is lost, carried out, refused or late, and its answer
/// arrives, is lost, or finds nobody.
void Histories::walkRemote(const Place &place, const Action &action)
{
    Place asked{asking(m_definition, place.record, place.record.deadlineMs - 1), place.world};
    const int step = action.step;
    walkAnswers(asked, action, Outcome::Unknown); // Lost, or a crash before it was sent.

    if (action.kind == ActionKind::Inquire) {
        walkAnswers(asked, action, asked.world.inquiryAnswer(step));
        return;
    }
    if (action.kind == ActionKind::Undo) {
        walkAnswers(asked, action, Outcome::Refused);
        asked.world.undo(step);
        walkAnswers(asked, action, Outcome::Done);
        return;
    }
    Place late = asked;
    late.world.send(step);
    walkAnswers(late, action, Outcome::Unknown);

    if (asked.world.effectOf(step) == SagaWorld::Effect::None) {
        // Said of this request alone (one sent before it may still be carried out), or for good.
        walkAnswers(asked, action, Outcome::Refused);
        Place declined = asked;
        declined.world.decline(step);
        if (m_definition.steps[std::size_t(step)].kind != StepKind::Retryable)
            walkAnswers(declined, action, Outcome::Refused);
    }
    asked.world.arrive(step);
    walkAnswers(asked, action, asked.world.runAnswer(step));
    if (canBePartly(action))
        walkAnswers(asked, action, Outcome::Partly);
}

bool Histories::canBePartly(const Action &action) const
{
    return action.kind == ActionKind::Run &&
           m_definition.steps[std::size_t(action.step)].kind != StepKind::Retryable;
}

/// The answer as it is, none at all, and a crash before it came.
void Histories::walkAnswers(const Place &asked, const Action &action, Outcome truth)
{
    for (const qint64 atMs : inTimeAndLate(asked.record)) {
        reach({told(asked.record, action, truth, atMs), asked.world});
        reach({told(asked.record, action, Outcome::Unknown, atMs), asked.world});
        reach({recovered(m_definition, asked.record, atMs, 0), asked.world});
    }
}

/// What is on its way arrives now: unnoticed, or with an answer that nobody waits for any more.
void Histories::walkFlights(const Place &place)
{
    for (int step = 0; step < int(m_definition.steps.size()); ++step) {
        if (!place.world.isInFlight(step))
            continue;
        Place landed = place;
        landed.world.land(step);
        reach(landed);
        const Outcome truth = landed.world.runAnswer(step);
        for (const qint64 atMs : inTimeAndLate(place.record)) {
            reach({told(place.record, {ActionKind::Run, step}, truth, atMs), landed.world});
            reach({told(place.record, {ActionKind::Run, step}, Outcome::Unknown, atMs),
                   landed.world});
        }
    }
}

/// Another backend finds the record with a lease that has ended.
void Histories::walkTakeover(const Place &place)
{
    for (const qint64 atMs : inTimeAndLate(place.record))
        reach({recovered(m_definition, place.record, atMs, 0), place.world});
}

Record Histories::told(const Record &record, const Action &action, Outcome outcome,
                       qint64 atMs) const
{
    std::optional<Failure> failure;
    if (outcome != Outcome::Done)
        failure = Failure{"failed", u"as the walk wants it"_s};
    return m_engine(m_definition, record, {action, outcome, failure, atMs, 0});
}

void Histories::complain(const QString &what, const Place &place)
{
    m_faults.append(
        what + u": "_s +
        QString::fromLatin1(keyOfRecord(m_definition, place.record) + ' ' + place.world.key()));
}

} // namespace tp::test
