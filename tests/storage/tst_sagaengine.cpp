// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagaengine.h"
#include "backend/saga/steptext.h"
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/saga/trialsale.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Error;
using tp::ErrorCode;
using tp::Result;
using tp::SagaId;
using tp::saga::Outcome;
using tp::saga::SagaEngine;
using tp::saga::SagaState;
using tp::saga::SagaStore;
using tp::saga::Standing;
using tp::saga::StepState;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::UnitOfWork;
using tp::test::FarEnd;
using tp::test::FreshDatabases;
using tp::test::numberIn;
using tp::test::TrialSale;
using Keep = UnitOfWork::Keep;
using Local = tp::test::TrialSale::Local;
using Stretch = tp::saga::SagaEngine::Stretch;

/// What the engine promises about single moments of a saga, on both databases.
class TestSagaEngine final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_database = m_databases.open(m_databases.newUrl(Dialect(dialect)));
        QVERIFY(m_database);
        QVERIFY(tp::storage::Migrator(*m_database, m_databases.clock).apply());
        QVERIFY(TrialSale::prepare(*m_database));
        m_farEnd = std::make_unique<FarEnd>();
        m_sale = std::make_unique<TrialSale>(*m_farEnd);
        m_one.emplace(m_sale->book(), "one");
        m_two.emplace(m_sale->book(), "two");
    }
    void cleanup() { m_database.reset(); }

    void whatIsAllLocalIsOneUnitOfWork()
    {
        // Whole before it is committed, and nothing when it is not.
        const auto standing =
            write([this](UnitOfWork &work) { return start(work, "lllll"); }, Keep::No);
        QVERIFY(standing);
        QCOMPARE(standing->state, SagaState::Completed);
        QCOMPARE(standing->place.version, 1);
        QVERIFY(!standing->question);
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM sagas"), 0);
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM trial_effects"), 0);

        QVERIFY(write([this](UnitOfWork &work) { return start(work, "lllll"); }));
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM sagas WHERE due_at IS NULL"), 1);
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM trial_effects"), 5);
    }

    void whatIsRefusedAtOnceIsOneUnitOfWorkToo()
    {
        m_sale->scriptLocal(2, Local::Refuses);
        const auto standing = write([this](UnitOfWork &work) { return start(work, "lllll"); });
        QVERIFY(standing);
        QCOMPARE(standing->state, SagaState::Compensated);
        QCOMPARE(standing->failure->code, "out_of_stock");
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM trial_effects"), 0);
    }

    void theIntentIsWrittenBeforeAnybodyIsAsked()
    {
        const auto standing = write([this](UnitOfWork &work) { return start(work, "llall"); });
        QVERIFY(standing && standing->question);
        QCOMPARE(m_farEnd->requests(), 0);
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM trial_intents"), 1);
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM sagas WHERE state = 'waiting' "
                                       "AND leased_by = 'one'"),
                 1);
    }

    void anAnswerAfterTheLeaseIsNobodysAnyMore()
    {
        const auto asked = write([this](UnitOfWork &work) { return start(work, "llall"); });
        QVERIFY(asked);
        std::optional<tp::saga::Reply> reply;
        asked->question([&reply](const tp::saga::Reply &said) { reply = said; });
        QVERIFY(reply && reply->outcome == Outcome::Done);

        m_databases.clock.advance(SagaEngine::LeaseMs);
        const auto taken = takeUp();
        QVERIFY(taken);
        QCOMPARE(taken->place.fence, asked->place.fence + 1);
        const auto late = write(
            [&](UnitOfWork &work) { return m_one->settle(work, *asked, *reply, Stretch::Far); });
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::StaleVersion);
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM trial_effects "
                                       "WHERE step = 'capture'"),
                 0);

        // The other asks by the same key, and learns that it was done.
        const auto again = takeUpWhenDue(*taken);
        QVERIFY(again && again->question);
        QCOMPARE(again->asked.kind, tp::saga::ActionKind::Inquire);
        const auto settled = askAndSettle(*again);
        QVERIFY(settled);
        QCOMPARE(settled->state, SagaState::Completed);
        QCOMPARE(m_farEnd->happened(), 1);
    }

    void aLeaseThatHoldsIsRespected()
    {
        QVERIFY(write([this](UnitOfWork &work) { return start(work, "llall"); }));
        m_databases.clock.advance(SagaEngine::LeaseMs - 1);
        QVERIFY(!takeUp());
        QVERIFY(write([this](UnitOfWork &work) -> Result<Standing> {
            TP_CHECK(SagaStore::giveBack(work, m_one->owner()));
            return Standing{};
        }));
        QVERIFY(takeUp());
    }

    void aPersonTriesAgain()
    {
        const auto stuck = makeStuck();
        QVERIFY(stuck);
        QVERIFY(!takeUp()); // It is a person's.
        QVERIFY(operate(&SagaEngine::retry, stuck->place.id));
        const auto standing = takeUp();
        QVERIFY(standing);
        QCOMPARE(standing->state, SagaState::Completed);
    }

    void aPersonGoesOnWithoutTheStep()
    {
        const auto stuck = makeStuck();
        QVERIFY(stuck);
        QVERIFY(operate(&SagaEngine::abandon, stuck->place.id));
        const auto standing = takeUp();
        QVERIFY(standing);
        QCOMPARE(standing->state, SagaState::Completed);
        QCOMPARE(sagaOf(standing->place.id).record.steps[3].state, StepState::Abandoned);
    }

    void onlyWhatIsStuckIsAPersons()
    {
        const auto asked = write([this](UnitOfWork &work) { return start(work, "llall"); });
        QVERIFY(asked);
        for (const auto &verb : {&SagaEngine::retry, &SagaEngine::abandon}) {
            QCOMPARE(operate(verb, asked->place.id).error().code, ErrorCode::IllegalTransition);
            QCOMPARE(operate(verb, SagaId()).error().code, ErrorCode::NotFound);
        }
    }

    void aTurnThatIsGivenUpIsToldInTheRecord()
    {
        const auto asked = write([this](UnitOfWork &work) { return start(work, "llall"); });
        QVERIFY(asked);
        const auto standing = write([&](UnitOfWork &work) {
            return m_one->giveUpTurn(work, asked->place, {"internal", u"a\tfault\n of ours"_s});
        });
        QVERIFY(standing);
        QVERIFY(standing->retryAtMs > m_databases.clock.nowMs());
        const auto step = sagaOf(asked->place.id).record.steps[2];
        QCOMPARE(step.state, StepState::Unknown);
        QCOMPARE(step.error->detail, u"a fault  of ours"_s);
    }

    void aSagaOfANewerVersionIsLeftAlone()
    {
        const auto asked = write([this](UnitOfWork &work) { return start(work, "llall"); });
        QVERIFY(asked);
        QVERIFY(tp::test::sayHere(*m_database, {"UPDATE sagas SET definition = 2"}));
        m_databases.clock.advance(SagaEngine::LeaseMs);
        const auto taken = takeUp();
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::NotImplemented);
    }

    void stepsAreReadAsTheyWereWritten()
    {
        tp::saga::Record record = tp::saga::begun(TrialSale::definition(), 0);
        record.steps[1] = {StepState::Undoing, 3, 1'000, 2'000,
                           tp::saga::Failure{"payment_declined", u"„zu alt“ "_s}};
        const std::string text = tp::saga::textOfSteps(TrialSale::definition(), record.steps);
        const auto steps = tp::saga::stepsOfText(text);
        QVERIFY(steps);
        QCOMPARE(steps->size(), TrialSale::Steps);
        QCOMPARE(steps->at(1).name, "authorize");
        QCOMPARE(steps->at(1).record.attempts, 3);
        QCOMPARE(steps->at(1).record.error, record.steps[1].error);
        QVERIFY(!steps->at(0).record.error);
        QCOMPARE(tp::saga::textOfSteps(TrialSale::definition(),
                                       {steps->at(0).record, steps->at(1).record}),
                 text.substr(0, text.find("capture")));
        QVERIFY(!tp::saga::stepsOfText("reserve\tdone\n"));
        QVERIFY(!tp::saga::stepsOfText("reserve\tgone\t1\t0\t0\t\t\n"));
    }

private:
    using Job = std::function<Result<Standing>(UnitOfWork &)>;

    Result<Standing> write(const Job &job, Keep keep = Keep::Yes)
    {
        Result<Standing> standing = Error{};
        const auto written = m_database->writeHere([&](UnitOfWork &work) {
            standing = job(work);
            return standing ? keep : Keep::No;
        });
        return written ? standing : Result<Standing>(written.error());
    }

    Result<Standing> start(UnitOfWork &work, const std::string &data)
    {
        return m_one->start(work, {.kind = TrialSale::Kind, .subject = work.newId(), .data = data});
    }

    /// By the other engine; NotFound where nothing is due.
    Result<Standing> takeUp()
    {
        return write([this](UnitOfWork &work) -> Result<Standing> {
            TP_TRY(const auto leased, m_two->leaseDue(work));
            if (leased.isEmpty())
                return Error{ErrorCode::NotFound, u"nothing is due"_s, {}};
            return m_two->resume(work, leased.first(), Stretch::Far);
        });
    }

    Result<Standing> takeUpWhenDue(const Standing &standing)
    {
        m_databases.clock.advance(standing.retryAtMs - m_databases.clock.nowMs());
        return takeUp();
    }

    Result<Standing> askAndSettle(const Standing &asked)
    {
        std::optional<tp::saga::Reply> reply;
        asked.question([&reply](const tp::saga::Reply &said) { reply = said; });
        return write(
            [&](UnitOfWork &work) { return m_two->settle(work, asked, *reply, Stretch::Far); });
    }

    /// Nobody refuses a step behind the pivot; one that does needs a person.
    Result<Standing> makeStuck()
    {
        m_sale->scriptLocal(3, Local::Refuses);
        return write([this](UnitOfWork &work) -> Result<Standing> {
            TP_TRY(const Standing standing, start(work, "lllll"));
            if (standing.state != SagaState::Stuck)
                return Error{ErrorCode::Internal, u"it is not stuck"_s, {}};
            return standing;
        });
    }

    using Verb = Result<std::string> (SagaEngine::*)(UnitOfWork &, SagaId) const;
    Result<std::string> operate(Verb verb, SagaId id)
    {
        Result<std::string> operated = Error{};
        const auto written = m_database->writeHere([&](UnitOfWork &work) {
            operated = ((*m_one).*verb)(work, id);
            return operated ? Keep::Yes : Keep::No;
        });
        return written ? operated : Result<std::string>(written.error());
    }

    tp::saga::Saga sagaOf(SagaId id)
    {
        tp::saga::Saga saga;
        auto session = m_database->openReadSession();
        const auto read = session.value()->read([&](tp::storage::Snapshot &snapshot) {
            const auto found = SagaStore::find(snapshot, id);
            if (found)
                saga = *found;
        });
        return read ? saga : tp::saga::Saga();
    }

    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<FarEnd> m_farEnd;
    std::unique_ptr<TrialSale> m_sale;
    std::optional<SagaEngine> m_one;
    std::optional<SagaEngine> m_two;
};

TP_TEST(TestSagaEngine)
#include "tst_sagaengine.moc"
