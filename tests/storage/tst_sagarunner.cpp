// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagarunner.h"
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/storage/saga/trialsale.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Error;
using tp::ErrorCode;
using tp::Result;
using tp::SagaId;
using tp::saga::SagaEngine;
using tp::saga::SagaRunner;
using tp::saga::SagaState;
using tp::saga::Standing;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::UnitOfWork;
using tp::storage::Writer;
using tp::test::FarEnd;
using tp::test::FreshDatabases;
using tp::test::Gate;
using tp::test::numberIn;
using tp::test::Says;
using tp::test::TrialSale;
using Keep = UnitOfWork::Keep;
using Local = tp::test::TrialSale::Local;

namespace {

constexpr int EndsWithinMs = 60'000;

/// One backend, as far as it is sagas.
struct SagaBackend
{
    SagaBackend(TrialSale &sale, const tp::storage::DatabaseUrl &url, tp::Clock &clock,
                const char *owner)
        : random(qHash(QByteArray(owner)))
        , database(Database::open(url, Database::Sharing::Exclusive, {}, clock, random).value())
        , engine(sale.book(), owner)
        , runner(engine, *database, clock,
                 [this](SagaId id, SagaState state) { noteEnd(id, state); })
    {}

    void noteEnd(SagaId id, SagaState state)
    {
        const std::lock_guard lock(mutex);
        ended[id].append(state);
    }

    QList<SagaState> endsOf(SagaId id)
    {
        const std::lock_guard lock(mutex);
        return ended[id];
    }

    tp::test::SeededRandom random; ///< Its own: each database guards what it was given.
    std::unique_ptr<Database> database;
    SagaEngine engine;
    std::mutex mutex; ///< Guards `ended`.
    std::map<SagaId, QList<SagaState>> ended;
    SagaRunner runner;
};

} // namespace

/// The thread that brings sagas to their end, over real databases and writers. Time is moved by
/// hand, and far ends and deaths are the test's.
class TestSagaRunner final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_farEnd = std::make_unique<FarEnd>();
        m_sale = std::make_unique<TrialSale>(*m_farEnd);
        m_url = m_databases.newUrl(Dialect(dialect));
        m_one = backend("one");
        QVERIFY(tp::storage::Migrator(*m_one->database, m_databases.clock).apply());
        QVERIFY(TrialSale::prepare(*m_one->database));
        m_one->runner.start();
    }
    void cleanup() { m_one.reset(); }

    void whatIsAskedIsSettledAndGoesOn()
    {
        const SagaId id = begin(*m_one, "aaaaa");
        QVERIFY(QTest::qWaitFor([&] { return !m_one->endsOf(id).isEmpty(); }, EndsWithinMs));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Completed});
        QCOMPARE(m_farEnd->happened(), 5);
        QVERIFY(agree(id));
    }

    void whatIsOverAtOnceIsToldToo()
    {
        const SagaId id = begin(*m_one, "lllll");
        QVERIFY(QTest::qWaitFor([&] { return !m_one->endsOf(id).isEmpty(); }, EndsWithinMs));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Completed});
    }

    void whateverTheFarEndSaysItComesToAnEnd_data()
    {
        QTest::addColumn<Says>("says");
        QTest::addColumn<SagaState>("end");
        QTest::newRow("no") << Says::Refused << SagaState::Compensated;
        QTest::newRow("nothing, and did it") << Says::LosesAnswer << SagaState::Completed;
        // By the time that we no longer wait, nobody expects money to be taken any more.
        QTest::newRow("nothing, and never heard of it")
            << Says::LosesRequest << SagaState::Compensated;
        QTest::newRow("nothing, and hears of it later")
            << Says::ArrivesLate << SagaState::Compensated;
    }
    void whateverTheFarEndSaysItComesToAnEnd()
    {
        QFETCH(Says, says);
        QFETCH(SagaState, end);
        m_farEnd->script("capture", says);
        const SagaId id = begin(*m_one, "llall");
        QVERIFY(comeToTheirEnds({id}));
        m_farEnd->landLate();
        QCOMPARE(m_one->endsOf(id), QList{end});
        QCOMPARE(m_farEnd->happened(), end == SagaState::Completed ? 1 : 0);
        QVERIFY(agree(id));
    }

    void aStepThatFailsDoesNotUndoThoseBeforeIt()
    {
        m_sale->scriptLocal(4, Local::FailsAlways);
        const SagaId id = begin(*m_one, "llall");
        QVERIFY(comeToTheirEnds({id})); // The money is taken; a person sees to the rest.
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Stuck});
        QCOMPARE(m_farEnd->happened(), 1);
        QVERIFY(agree(id));

        m_sale->scriptLocal(4, Local::Works);
        QVERIFY(m_one->database->writeHere([&](UnitOfWork &work) {
            return m_one->engine.retry(work, id) ? Keep::Yes : Keep::No;
        }));
        m_one->runner.look();
        QVERIFY(QTest::qWaitFor([&] { return m_one->endsOf(id).size() == 2; }, EndsWithinMs));
        QCOMPARE(m_one->endsOf(id).last(), SagaState::Completed);
        QVERIFY(agree(id));
    }

    void aStepThatFailsOnceIsDoneAfterAll()
    {
        m_sale->scriptLocal(4, Local::Fails);
        const SagaId id = begin(*m_one, "llall");
        QVERIFY(QTest::qWaitFor([&] { return !m_one->endsOf(id).isEmpty(); }, EndsWithinMs));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Completed});
        QVERIFY(agree(id));
    }

    void aPivotThatFailsWasNeverThere()
    {
        m_sale->scriptLocal(1, Local::DoesNotKnow); // So that it does not begin with the rest.
        m_sale->scriptLocal(2, Local::FailsAlways);
        const SagaId id = begin(*m_one, "lllll");
        QVERIFY(comeToTheirEnds({id}));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Compensated});
        QCOMPARE(numberIn(*m_one->database, "SELECT COUNT(*) FROM trial_effects"), 0);
    }

    void whatWaitsIsWoken()
    {
        m_sale->scriptLocal(3, Local::DoesNotKnow);
        const SagaId id = begin(*m_one, "lllll");
        QCOMPARE(numberIn(*m_one->database, "SELECT COUNT(*) FROM sagas WHERE state = 'waiting' "
                                            "AND leased_by IS NULL"),
                 1);
        m_one->runner.wake(id); // Without it nothing happens: time stands still.
        QVERIFY(QTest::qWaitFor([&] { return !m_one->endsOf(id).isEmpty(); }, EndsWithinMs));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Completed});
    }

    void whoStopsGivesItsSagasBack()
    {
        m_farEnd->script("capture", Says::LosesAnswer);
        const SagaId id = begin(*m_one, "llall");
        QVERIFY(QTest::qWaitFor([&] { return m_farEnd->requests() == 1; }, EndsWithinMs));
        QCOMPARE(m_one->runner.asking(), 1);
        m_one->runner.stop();
        QCOMPARE(numberIn(*m_one->database, "SELECT COUNT(*) FROM sagas WHERE leased_by IS NULL "
                                            "AND due_at IS NOT NULL"),
                 1);
        m_one.reset();
        m_one = backend("two");
        m_one->runner.start();
        QVERIFY(comeToTheirEnds({id}));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Completed});
        QCOMPARE(m_farEnd->happened(), 1);
    }

    /// What is put later may arrive after somebody asked whether it had.
    void aQuestionInPartsHasItsTime()
    {
        m_farEnd->script("capture", Says::LosesAnswer);
        m_farEnd->script("capture", Says::LosesAnswer);
        begin(*m_one, "llall");
        QVERIFY(QTest::qWaitFor([&] { return m_farEnd->requests() == 1; }, EndsWithinMs));
        const auto first = m_sale->lastAsked();
        QVERIFY(first.mayAskMore());
        m_databases.clock.advance(SagaEngine::AskMaxMs);
        QVERIFY(!first.mayAskMore());
        begin(*m_one, "llall");
        QVERIFY(QTest::qWaitFor([&] { return m_farEnd->requests() == 2; }, EndsWithinMs));
        const auto second = m_sale->lastAsked();
        QVERIFY(second.mayAskMore());
        m_one->runner.stop(); // Another may take it up at once.
        QVERIFY(!second.mayAskMore());
    }

    void whatADeadProcessHadIsTakenUp()
    {
        m_farEnd->script("capture", Says::LosesAnswer);
        const SagaId id = begin(*m_one, "llall");
        QVERIFY(QTest::qWaitFor([&] { return m_farEnd->requests() == 1; }, EndsWithinMs));
        m_one.reset();
        m_one = backend("two");
        QCOMPARE(numberIn(*m_one->database, "SELECT COUNT(*) FROM sagas WHERE leased_by = 'one'"),
                 1);
        m_one->runner.start();
        QVERIFY(comeToTheirEnds({id}));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Completed});
        QVERIFY(agree(id));
    }

    void twoBackendsNeverHaveTheSameSaga()
    {
        if (m_one->database->dialect() == Dialect::Sqlite)
            return; // One process has the file.
        const auto two = backend("two");
        two->runner.start();
        for (int i = 0; i < 30; ++i)
            m_farEnd->script(i % 2 == 0 ? "capture" : "authorize", Says(i % int(Says::Count)));
        QList<SagaId> ids;
        for (int i = 0; i < 40; ++i)
            ids.append(begin(i % 2 == 0 ? *m_one : *two, i % 4 < 2 ? "aaaaa" : "laall"));
        // Leases run out while their owners are at work.
        const auto ends = [&](SagaId id) { return m_one->endsOf(id) + two->endsOf(id); };
        const bool haveEnded = QTest::qWaitFor(
            [&] {
                m_databases.clock.advance(SagaEngine::LeaseMs / 2);
                m_one->runner.look();
                two->runner.look();
                return std::all_of(ids.begin(), ids.end(),
                                   [&](SagaId id) { return !ends(id).isEmpty(); });
            },
            EndsWithinMs);
        QVERIFY(haveEnded);
        m_farEnd->landLate();
        int taken = 0;
        for (const SagaId &id : ids) {
            QCOMPARE(ends(id).size(), 1);
            QVERIFY(agree(id));
            QVERIFY(ends(id).first() != SagaState::Stuck);
            taken += ends(id).first() == SagaState::Completed ? 1 : 0;
        }
        QVERIFY(taken > 0);
        qInfo("%d of 40 completed", taken);
    }

    void aCommitThatNobodyConfirmedIsLookedUp()
    {
        if (m_one->database->dialect() == Dialect::Sqlite)
            return; // There is no connection to lose.
        QVERIFY(tp::test::sayHere(
            *m_one->database,
            {"CREATE SEQUENCE deaths",
             "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF "
             "nextval(''deaths'') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); "
             "END IF; RETURN NULL; END'",
             "CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON trial_effects DEFERRABLE INITIALLY "
             "DEFERRED FOR EACH ROW WHEN (NEW.step = 'capture') EXECUTE FUNCTION die()"}));
        const SagaId id = begin(*m_one, "llall");
        QVERIFY(comeToTheirEnds({id}));
        QCOMPARE(m_one->endsOf(id), QList{SagaState::Completed});
        QCOMPARE(numberIn(*m_one->database, "SELECT last_value FROM deaths"), 2);
        QVERIFY(agree(id));
    }

private:
    std::unique_ptr<SagaBackend> backend(const char *owner)
    {
        return std::make_unique<SagaBackend>(*m_sale, m_url, m_databases.clock, owner);
    }

    /// As a request does: a job of the writer, and what is left to do after its commit.
    SagaId begin(SagaBackend &backend, const std::string &data)
    {
        Standing standing;
        Gate gate;
        const bool isTaken = backend.database->writer().submit(
            Writer::Lane::Sales,
            [&](UnitOfWork &work) {
                const auto started = backend.engine.start(
                    work, {.kind = TrialSale::Kind, .subject = work.newId(), .data = data});
                if (started)
                    standing = *started;
                return started ? Keep::Yes : Keep::No;
            },
            [&](const Writer::Outcome &) { gate.open(); });
        if (isTaken && gate.pass())
            backend.runner.follow(standing);
        return standing.place.id;
    }

    /// While time goes by.
    bool comeToTheirEnds(const QList<SagaId> &ids)
    {
        return QTest::qWaitFor(
            [&] {
                m_databases.clock.advance(200);
                m_one->runner.look();
                return std::all_of(ids.begin(), ids.end(),
                                   [&](SagaId id) { return !m_one->endsOf(id).isEmpty(); });
            },
            EndsWithinMs);
    }

    bool agree(SagaId id)
    {
        QStringList wrong{u"it cannot be read"_s};
        auto session = m_one->database->openReadSession();
        const auto read = session.value()->read([&](tp::storage::Snapshot &snapshot) {
            wrong = TrialSale::disagreements(snapshot, id);
        });
        if (!wrong.isEmpty())
            qWarning() << wrong;
        return read && wrong.isEmpty();
    }

    FreshDatabases m_databases;
    std::unique_ptr<FarEnd> m_farEnd;
    std::unique_ptr<TrialSale> m_sale;
    tp::storage::DatabaseUrl m_url;
    std::unique_ptr<SagaBackend> m_one;
};

TP_TEST(TestSagaRunner)
#include "tst_sagarunner.moc"
