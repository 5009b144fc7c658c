// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/advance.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
namespace saga = tp::saga;

namespace {

constexpr saga::Patience Usual{
    .attemptsMax = 3, .firstDelayMs = 100, .delayMaxMs = 1000, .stageMs = 10'000};

constexpr std::array TripSteps{
    saga::Step{"book_room", saga::StepKind::Compensable},
    saga::Step{"pay", saga::StepKind::Pivot},
    saga::Step{"send_ticket", saga::StepKind::Retryable},
};
constexpr saga::Definition Trip{"trip", 1, TripSteps, Usual};
static_assert(saga::isSound(Trip));
static_assert(pivotOf(Trip) == 1);

// What the compiler refuses, each for its own reason.
constexpr saga::Step Undoable{"a", saga::StepKind::Compensable};
constexpr saga::Step Deciding{"b", saga::StepKind::Pivot};
constexpr saga::Step Slow{"c", saga::StepKind::Retryable};
constexpr std::array MoneyFirst{Deciding, Undoable};
constexpr std::array SlowFirst{Slow, Deciding};
constexpr std::array Undecided{Undoable, Slow};
constexpr std::array DecidedTwice{Deciding, saga::Step{"b2", saga::StepKind::Pivot}};
constexpr std::array SameNames{Undoable, saga::Step{"a", saga::StepKind::Pivot}};
constexpr std::array Nameless{saga::Step{"", saga::StepKind::Pivot}};
constexpr std::array Good{Undoable, Deciding, Slow};
static_assert(saga::isSound({"x", 1, Good}));
static_assert(!saga::isSound({"x", 1, MoneyFirst}));
static_assert(!saga::isSound({"x", 1, SlowFirst}));
static_assert(!saga::isSound({"x", 1, Undecided}));
static_assert(!saga::isSound({"x", 1, DecidedTwice}));
static_assert(!saga::isSound({"x", 1, SameNames}));
static_assert(!saga::isSound({"x", 1, Nameless}));
static_assert(!saga::isSound({"x", 1, {}}));
static_assert(!saga::isSound({"", 1, Good}));
static_assert(!saga::isSound({"x", 0, Good}));
static_assert(!saga::isSound({"x", 1, Good, {.attemptsMax = 0}}));
static_assert(!saga::isSound({"x", 1, Good, {.firstDelayMs = 10, .delayMaxMs = 9}}));
static_assert(!saga::isSound({"x", 1, Good, {.stageMs = 0}}));

constexpr qint64 StartMs = 1000;
constexpr std::array ActionKinds{saga::ActionKind::Run, saga::ActionKind::Inquire,
                                 saga::ActionKind::Undo};
constexpr std::array Outcomes{saga::Outcome::Done, saga::Outcome::Refused, saga::Outcome::Partly,
                              saga::Outcome::Unknown, saga::Outcome::NotThere};
constexpr std::array StepKinds{saga::StepKind::Compensable, saga::StepKind::Pivot,
                               saga::StepKind::Retryable};

QString wordOf(saga::Decision decision)
{
    switch (decision) {
    case saga::Decision::Next:
        return u"next"_s;
    case saga::Decision::Again:
        return u"again"_s;
    case saga::Decision::Ask:
        return u"ask"_s;
    case saga::Decision::UndoBefore:
        return u"undo-before"_s;
    case saga::Decision::UndoFromHere:
        return u"undo-here"_s;
    case saga::Decision::UndoNext:
        return u"undo-next"_s;
    case saga::Decision::Stop:
        return u"stop"_s;
    }
    Q_UNREACHABLE();
}

QString cellOf(saga::ActionKind action, saga::Outcome outcome, saga::StepKind kind)
{
    const saga::Rule *rule = ruleFor(action, outcome, kind);
    if (!rule)
        return u"-"_s;
    return rule->limit == saga::Limit::None ? wordOf(rule->then)
                                            : wordOf(rule->then) + u'/' + wordOf(rule->afterwards);
}

} // namespace

/// What one answer does to a record. All of them together are walked in TestSagaHistories.
class TestSaga final : public QObject
{
    Q_OBJECT

    static saga::Record told(const saga::Record &record, saga::Outcome outcome,
                             qint64 atMs = StartMs, quint32 chance = 0)
    {
        std::optional<saga::Failure> failure;
        if (outcome != saga::Outcome::Done)
            failure = saga::Failure{"no_luck", u"as the test wants it"_s};
        return advance(Trip, record, {nextAction(Trip, record), outcome, failure, atMs, chance});
    }

    /// The room is booked, and nobody knows about the money.
    static saga::Record inDoubt()
    {
        return told(told(begun(Trip, StartMs), saga::Outcome::Done), saga::Outcome::Unknown);
    }

    /// Paid, and the ticket cannot be sent.
    static saga::Record stuckBehindThePivot()
    {
        saga::Record record = told(begun(Trip, StartMs), saga::Outcome::Done);
        return told(told(record, saga::Outcome::Done), saga::Outcome::Refused);
    }

private slots:
    /// The rules once more, drawn another way: a new row must be drawn here too.
    void everyAnswerToEveryAction()
    {
        const QString drawn = uR"(
            Run     Done     | next            | next                  | next
            Run     Refused  | undo-before/undo-here | undo-before/undo-here | stop
            Run     Partly   | undo-here       | undo-here             | -
            Run     Unknown  | again/undo-here | ask                   | again/stop
            Run     NotThere | -               | -                     | -
            Inquire Done     | -               | next                  | -
            Inquire Refused  | -               | undo-before/undo-here | -
            Inquire Partly   | -               | undo-here             | -
            Inquire Unknown  | -               | ask/stop              | -
            Inquire NotThere | -               | again/undo-here       | -
            Undo    Done     | undo-next       | undo-next             | -
            Undo    Refused  | stop            | stop                  | -
            Undo    Partly   | -               | -                     | -
            Undo    Unknown  | again/stop      | again/stop            | -
            Undo    NotThere | -               | -                     | -
        )"_s;
        QStringList rows;
        for (const QString &line : drawn.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                rows.append(line.mid(line.indexOf(u'|') + 1).simplified().remove(u' '));
        }
        QStringList found;
        for (const saga::ActionKind action : ActionKinds) {
            for (const saga::Outcome outcome : Outcomes) {
                QStringList cells;
                for (const saga::StepKind kind : StepKinds)
                    cells.append(cellOf(action, outcome, kind));
                found.append(cells.join(u'|'));
            }
        }
        QCOMPARE(found, rows);
    }

    void namesAreStoredAndStay()
    {
        QStringList names;
        for (int state = 0; state < int(saga::SagaState::Count); ++state)
            names.append(QString::fromStdString(std::string(nameOf(saga::SagaState(state)))));
        QCOMPARE(names.join(u' '), u"running waiting compensating completed compensated stuck"_s);
        names.clear();
        for (int state = 0; state < int(saga::StepState::Count); ++state)
            names.append(QString::fromStdString(std::string(nameOf(saga::StepState(state)))));
        QCOMPARE(names.join(u' '),
                 u"pending asked unknown done refused undoing undo_due undone abandoned"_s);
    }

    void stepByStepItIsDone()
    {
        saga::Record record = begun(Trip, StartMs);
        QCOMPARE(stateOf(record), saga::SagaState::Running);
        QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Run, 0}));
        record = told(record, saga::Outcome::Done, StartMs + 5);
        record = asking(Trip, record, StartMs + 10);
        QCOMPARE(stateOf(record), saga::SagaState::Waiting);
        QCOMPARE(nextAction(Trip, record).kind, saga::ActionKind::None);
        record = advance(Trip, record,
                         {{saga::ActionKind::Run, 1}, saga::Outcome::Done, {}, StartMs + 90});
        record = told(record, saga::Outcome::Done, StartMs + 95);
        QCOMPARE(stateOf(record), saga::SagaState::Completed);
        QVERIFY(isFinal(record));
        QCOMPARE(nextAction(Trip, record), saga::Action());
        QCOMPARE(record.steps[1].attempts, 1);
        QCOMPARE(record.steps[1].startedAtMs, StartMs + 10);
        QCOMPARE(record.steps[1].finishedAtMs, StartMs + 90);
    }

    void aRefusedStepTurnsBackAndSaysWhy()
    {
        saga::Record record = told(begun(Trip, StartMs), saga::Outcome::Done);
        record = told(record, saga::Outcome::Refused);
        QCOMPARE(stateOf(record), saga::SagaState::Compensating);
        QCOMPARE(record.failure->code, std::string("no_luck"));
        QCOMPARE(record.steps[1].state, saga::StepState::Refused);
        QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Undo, 0}));
        record = told(record, saga::Outcome::Done);
        QCOMPARE(stateOf(record), saga::SagaState::Compensated);
        QCOMPARE(record.steps[0].state, saga::StepState::Undone);
    }

    void aRefusalAfterDoubtIsUndoneAllTheSame()
    {
        saga::Record record = told(begun(Trip, StartMs), saga::Outcome::Unknown);
        record = told(record, saga::Outcome::Refused);
        QCOMPARE(record.step, 0);
        QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Undo, 0}));
    }

    void anUnknownPivotIsAskedAbout()
    {
        const saga::Record record = inDoubt();
        QCOMPARE(stateOf(record), saga::SagaState::Waiting);
        QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Inquire, 1}));
        QCOMPARE(nextAction(Trip, told(record, saga::Outcome::Unknown)).kind,
                 saga::ActionKind::Inquire);
        QCOMPARE(nextAction(Trip, told(record, saga::Outcome::Done)),
                 (saga::Action{saga::ActionKind::Run, 2}));
    }

    /// Nobody has heard of it: done again by the same key, and given up after some attempts.
    void aPivotThatNobodyHeardOfIsTriedAgainThenUndone()
    {
        saga::Record record = inDoubt();
        for (int attempt = 1; attempt < Usual.attemptsMax; ++attempt) {
            QCOMPARE(record.steps[1].attempts, attempt);
            record = told(record, saga::Outcome::NotThere);
            QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Run, 1}));
            record = told(record, saga::Outcome::Unknown);
        }
        record = told(record, saga::Outcome::NotThere);
        QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Undo, 1}));
        record = told(told(record, saga::Outcome::Done), saga::Outcome::Done);
        QCOMPARE(stateOf(record), saga::SagaState::Compensated);
    }

    void aKeyNamesSagaAndStepButNeverTheAttempt()
    {
        const auto saga = *tp::SagaId::parse("018f3c5e-7d00-7000-8000-000000000001");
        const std::string run = "018f3c5e-7d00-7000-8000-000000000001:pay";
        QCOMPARE(keyOf(saga, Trip, {saga::ActionKind::Run, 1}), run);
        QCOMPARE(keyOf(saga, Trip, {saga::ActionKind::Inquire, 1}), run);
        QCOMPARE(keyOf(saga, Trip, {saga::ActionKind::Undo, 1}), run + ":undo");
    }

    void delaysDoubleUpToALimitAndAreSpread()
    {
        constexpr quint32 Most = 0xffff'ffff;
        saga::Record soon = stuckBehindThePivot();
        soon = retried(Trip, soon, StartMs);
        saga::Record late = soon;
        for (const qint64 delayMs : {100, 200, 400, 800, 1000, 1000}) {
            soon = told(soon, saga::Outcome::Unknown, StartMs, 0);
            late = told(late, saga::Outcome::Unknown, StartMs, Most);
            QCOMPARE(soon.retryAtMs, StartMs + delayMs / 2);
            QCOMPARE(late.retryAtMs, StartMs + delayMs - 1);
        }
        for (int i = 0; i < 200; ++i)
            late = told(late, saga::Outcome::Unknown, StartMs, Most);
        QCOMPARE(late.retryAtMs, StartMs + 999);
        QCOMPARE(told(late, saga::Outcome::Done).retryAtMs, 0);
    }

    void anAnswerThatNobodyWaitsForChangesNothing()
    {
        const auto isUnchanged = [](const saga::Record &record, const saga::Action &to) {
            for (const saga::Outcome outcome :
                 {saga::Outcome::Done, saga::Outcome::Refused, saga::Outcome::Unknown}) {
                const saga::Record after = advance(Trip, record, {to, outcome, {}, StartMs, 0});
                if (after.phase != record.phase || after.step != record.step ||
                    after.steps[record.step].state != record.steps[record.step].state ||
                    after.retryAtMs != record.retryAtMs)
                    return false;
            }
            return true;
        };
        QVERIFY(isUnchanged(inDoubt(), {saga::ActionKind::Run, 0}));
        QVERIFY(isUnchanged(inDoubt(), {saga::ActionKind::Undo, 1}));
        QVERIFY(isUnchanged(inDoubt(), {saga::ActionKind::None, 1}));
        const saga::Record back =
            told(told(begun(Trip, StartMs), saga::Outcome::Done), saga::Outcome::Refused);
        QVERIFY(isUnchanged(back, {saga::ActionKind::Run, 0}));
        QVERIFY(isUnchanged(stuckBehindThePivot(), {saga::ActionKind::Run, 2}));
        const saga::Record done =
            told(told(told(begun(Trip, 0), saga::Outcome::Done), saga::Outcome::Done),
                 saga::Outcome::Done);
        QVERIFY(isUnchanged(done, {saga::ActionKind::Run, 2}));
    }

    /// A webhook may say what the question was about to ask.
    void anAnswerByAnotherWayCounts()
    {
        const saga::Record record = advance(
            Trip, inDoubt(), {{saga::ActionKind::Run, 1}, saga::Outcome::Done, {}, StartMs, 0});
        QCOMPARE(record.step, 2);
        QCOMPARE(record.steps[1].attempts, 1);
    }

    void afterACrashWhatWasAskedIsUnknown()
    {
        saga::Record record = told(begun(Trip, StartMs), saga::Outcome::Done);
        record = asking(Trip, record, StartMs);
        const qint64 muchLaterMs = StartMs + 100 * Usual.stageMs;
        record = recovered(Trip, record, muchLaterMs, 0);
        QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Inquire, 1}));
        QCOMPARE(record.deadlineMs, muchLaterMs + Usual.stageMs);
        QVERIFY(!told(record, saga::Outcome::Unknown, muchLaterMs).isStuck);
    }

    void nobodyIsChargedLongAfterACrash()
    {
        const qint64 lateMs = StartMs + Usual.stageMs;
        const saga::Record atOnce = recovered(Trip, begun(Trip, StartMs), lateMs, 0);
        QCOMPARE(stateOf(atOnce), saga::SagaState::Compensated);
        const saga::Record booked = told(begun(Trip, StartMs), saga::Outcome::Done);
        QCOMPARE(nextAction(Trip, recovered(Trip, booked, lateMs - 1, 0)),
                 (saga::Action{saga::ActionKind::Run, 1}));
        const saga::Record back = recovered(Trip, booked, lateMs, 0);
        QCOMPARE(nextAction(Trip, back), (saga::Action{saga::ActionKind::Undo, 0}));
        QCOMPARE(back.failure->code, std::string("unavailable"));
        // What may be on its way is undone too.
        const saga::Record unheard =
            recovered(Trip, told(inDoubt(), saga::Outcome::NotThere), lateMs, 0);
        QCOMPARE(nextAction(Trip, unheard), (saga::Action{saga::ActionKind::Undo, 1}));
    }

    void whatCannotGoOnAsksAPerson()
    {
        const saga::Record record = stuckBehindThePivot();
        QCOMPARE(stateOf(record), saga::SagaState::Stuck);
        QCOMPARE(nextAction(Trip, record), saga::Action());
        QCOMPARE(record.steps[2].error->code, std::string("no_luck"));
        QVERIFY(told(inDoubt(), saga::Outcome::Unknown, StartMs + Usual.stageMs).isStuck);
        QVERIFY(!recovered(Trip, record, StartMs, 0).steps.isEmpty());
        QCOMPARE(stateOf(recovered(Trip, record, StartMs, 0)), saga::SagaState::Stuck);
    }

    void aPersonMayTryAgain()
    {
        saga::Record record = retried(Trip, stuckBehindThePivot(), StartMs + 7);
        QCOMPARE(nextAction(Trip, record), (saga::Action{saga::ActionKind::Run, 2}));
        QCOMPARE(record.deadlineMs, StartMs + 7 + Usual.stageMs);
        QCOMPARE(stateOf(told(record, saga::Outcome::Done)), saga::SagaState::Completed);
    }

    void aPersonMaySeeToAStep()
    {
        const saga::Record behind = abandoned(Trip, stuckBehindThePivot(), StartMs);
        QCOMPARE(stateOf(behind), saga::SagaState::Completed);
        QCOMPARE(behind.steps[2].state, saga::StepState::Abandoned);

        const saga::Record doubtful =
            told(inDoubt(), saga::Outcome::Unknown, StartMs + Usual.stageMs);
        const saga::Record back = abandoned(Trip, doubtful, StartMs);
        QCOMPARE(nextAction(Trip, back), (saga::Action{saga::ActionKind::Undo, 1}));
        QVERIFY(back.failure);

        const saga::Record cannotUndo = told(back, saga::Outcome::Refused);
        QVERIFY(cannotUndo.isStuck);
        const saga::Record further = abandoned(Trip, cannotUndo, StartMs);
        QCOMPARE(nextAction(Trip, further), (saga::Action{saga::ActionKind::Undo, 0}));
        QCOMPARE(stateOf(told(further, saga::Outcome::Done)), saga::SagaState::Compensated);
    }
};

TP_TEST(TestSaga)
#include "tst_saga.moc"
