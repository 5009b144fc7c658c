// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/saga/sagatrial.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::saga::SagaState;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::test::FarEnd;
using tp::test::FreshDatabases;
using tp::test::SagaTrial;
using tp::test::Says;
using tp::test::TrialSale;
using Death = tp::test::SagaTrial::Death;
using Local = tp::test::TrialSale::Local;

namespace {

constexpr std::array SagaPlaces{"reserve", "authorize", "capture", "take", "confirm"};
constexpr int CapturePlace = 2;

} // namespace

/// The engine over real databases: whatever is answered at whichever step, and wherever the process
/// dies, what the steps did and what is recorded of them agree after each commit, and at the end
/// all of it has happened or nothing.
class TestSagaTrials final : public QObject
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
    }
    void cleanup() { m_database.reset(); }

    void whereAllIsWellItCompletes_data() { addKinds(); }
    void whereAllIsWellItCompletes()
    {
        QFETCH(QByteArray, data);
        QFETCH(int, writes);
        FarEnd farEnd;
        TrialSale sale(farEnd);
        SagaTrial trial = trialOf(sale, farEnd);
        trial.run(data.toStdString());
        QCOMPARE(trial.faults(), QStringList());
        QCOMPARE(trial.end(), SagaState::Completed);
        QCOMPARE(trial.writes(), writes); // Two for each step that asks: the intent, the effect.
        QCOMPARE(sale.ends(), 1);
    }

    void whateverTheFarEndSaysItEndsBalanced()
    {
        for (int step = 0; step < TrialSale::Steps; ++step) {
            for (int says = 0; says < int(Says::Count); ++says) {
                FarEnd farEnd;
                farEnd.script(SagaPlaces[std::size_t(step)], Says(says));
                TrialSale sale(farEnd);
                SagaTrial trial = trialOf(sale, farEnd);
                trial.run("aaaaa");
                QVERIFY2(trial.faults().isEmpty(), what(trial, step, says));
                if (Says(says) == Says::Refused && step <= CapturePlace)
                    QVERIFY2(trial.end() == SagaState::Compensated, what(trial, step, says));
                if (Says(says) == Says::LosesAnswer && step >= CapturePlace)
                    QVERIFY2(trial.end() == SagaState::Completed, what(trial, step, says));
            }
        }
    }

    void whateverALocalStepSaysItEndsBalanced()
    {
        for (int step = 0; step < TrialSale::Steps; ++step) {
            for (const Local local : {Local::Refuses, Local::DoesNotKnow}) {
                FarEnd farEnd;
                TrialSale sale(farEnd);
                sale.scriptLocal(step, local);
                SagaTrial trial = trialOf(sale, farEnd);
                trial.run("lllll");
                QVERIFY2(trial.faults().isEmpty(), what(trial, step, int(local)));
                const bool isRefused = local == Local::Refuses && step <= CapturePlace;
                QCOMPARE(trial.end(), isRefused ? SagaState::Compensated : SagaState::Completed);
            }
        }
    }

    void whereverTheProcessDiesItEndsBalanced_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("all ask") << QByteArray("aaaaa");
        QTest::newRow("as a card is paid") << QByteArray("laall");
        QTest::newRow("all local") << QByteArray("lllll");
    }
    void whereverTheProcessDiesItEndsBalanced()
    {
        QFETCH(QByteArray, data);
        int deaths = 0;
        for (int death = 0; death < int(Death::Count); ++death) {
            // All is well; the pivot is refused, and its answer is lost.
            for (const Says says : {Says::Done, Says::Refused, Says::LosesAnswer})
                deaths += dieEverywhere(data.toStdString(), Death(death), says);
        }
        qInfo("died %d times", deaths);
        QVERIFY(deaths > 3);
    }

    void fiveSagasAreTakenUpEachOnce()
    {
        FarEnd farEnd;
        TrialSale sale(farEnd);
        const tp::saga::SagaEngine engine(sale.book(), "one");
        const auto written = m_database->writeHere([&](tp::storage::UnitOfWork &work) {
            for (int i = 0; i < 5; ++i) {
                if (!engine.start(work, {.kind = TrialSale::Kind, .subject = {}, .data = "aaaaa"}))
                    return tp::storage::UnitOfWork::Keep::No;
            }
            return tp::storage::UnitOfWork::Keep::Yes;
        });
        QVERIFY(written);
        QCOMPARE(leasedBy("two"), 0);
        m_databases.clock.advance(tp::saga::SagaEngine::LeaseMs);
        QCOMPARE(leasedBy("two"), 5);
        QCOMPARE(leasedBy("three"), 0);
    }

private:
    static void addKinds()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("writes");
        QTest::newRow("all local, as a cash sale") << QByteArray("lllll") << 1;
        QTest::newRow("as a card is paid") << QByteArray("laall") << 3;
        QTest::newRow("all ask") << QByteArray("aaaaa") << 6;
    }

    SagaTrial trialOf(TrialSale &sale, FarEnd &farEnd)
    {
        return {*m_database, m_databases.clock, sale, farEnd};
    }

    /// How often it died.
    int dieEverywhere(const std::string &data, Death death, Says says)
    {
        int deaths = 0;
        for (int write = 1;; ++write) {
            FarEnd farEnd;
            farEnd.script(SagaPlaces[CapturePlace], says);
            TrialSale sale(farEnd);
            SagaTrial trial = trialOf(sale, farEnd);
            trial.dieAt(write, death);
            trial.run(data);
            if (!trial.faults().isEmpty())
                qWarning() << "died at" << write << "as" << int(death) << "after" << int(says);
            QTest::qCompare(trial.faults(), QStringList(), "faults", "none", __FILE__, __LINE__);
            deaths += trial.hasDied() ? 1 : 0;
            if (write > trial.writes())
                return deaths;
        }
    }

    qsizetype leasedBy(const char *owner)
    {
        FarEnd farEnd;
        TrialSale sale(farEnd);
        const tp::saga::SagaEngine engine(sale.book(), owner);
        qsizetype count = -1;
        const auto written = m_database->writeHere([&](tp::storage::UnitOfWork &work) {
            const auto leased = engine.leaseDue(work);
            count = leased ? leased->size() : -1;
            return tp::storage::UnitOfWork::Keep::Yes;
        });
        return written ? count : -1;
    }

    static const char *what(const SagaTrial &trial, int step, int says)
    {
        static QByteArray text;
        text = u"step %1 says %2, ends %3: %4"_s.arg(step)
                   .arg(says)
                   .arg(int(trial.end()))
                   .arg(trial.faults().join(u", "_s))
                   .toUtf8();
        return text.constData();
    }

    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

TP_TEST(TestSagaTrials)
#include "tst_sagatrials.moc"
