// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/simulation.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::test::SeededRandom;
using tp::test::Simulation;

namespace {

constexpr int SecondsUnlessSaid = 15;
constexpr int DaysOfOneShop = 5;

} // namespace

/// Whole shops, each on a seed: TP_SIMULATION_SECONDS says for how long, TP_SEED which is first.
class TestSimulation final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tp.storage.debug=false"_s); }

    void theSameSeedIsTheSameHistory()
    {
        auto random = SeededRandom::fresh();
        const quint64 seed = random.next();
        Simulation one(seed);
        Simulation other(seed);
        Simulation another(seed + 2);
        for (int day = 0; day < 2; ++day) {
            one.liveADay();
            other.liveADay();
            another.liveADay();
        }
        QVERIFY(!one.digest().isEmpty());
        QCOMPARE(one.digest(), other.digest());
        QVERIFY(one.digest() != another.digest());
    }

    void everyNightTheBooksAreRight()
    {
        const int wanted = qEnvironmentVariableIntValue("TP_SIMULATION_SECONDS");
        const qint64 lastsMs = 1000LL * (wanted > 0 ? wanted : SecondsUnlessSaid);
        auto random = SeededRandom::fresh();
        QElapsedTimer timer;
        timer.start();
        int days = 0;
        int deaths = 0;
        QString summary;
        // The first shop lives on the seed that was said, so that it can be had again alone.
        for (quint64 seed = random.seed(); timer.elapsed() < lastsMs; seed = random.next()) {
            Simulation shop(seed);
            for (int day = 0; day < DaysOfOneShop; ++day, ++days) {
                if (shop.liveADay())
                    continue;
                qWarning("TP_SEED=%llu, day %d:", qulonglong(seed), day + 1);
                for (const QString &fault : shop.faults())
                    qWarning("  %s", qPrintable(fault));
                QFAIL("the books are not right");
            }
            summary = shop.summary();
            deaths += shop.deaths();
        }
        const double minutes = double(timer.elapsed()) / 60'000;
        qInfo("%d days, %.0f shop-hours a minute, %d deaths; the last shop: %s", days,
              days * Simulation::HoursADay / minutes, deaths, qPrintable(summary));
        QVERIFY(days < 2 * DaysOfOneShop || deaths > 0); // The work was real.
    }
};

TP_TEST(TestSimulation)
#include "tst_simulation.moc"
