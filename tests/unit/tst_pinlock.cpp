// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/pinlock.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using tp::auth::PinLock;

class TestPinLock final : public QObject
{
    Q_OBJECT

private slots:
    void waitsGrowAndEndInALock_data();
    void waitsGrowAndEndInALock();
    void aWaitPasses();
    void aClockThatWentBackMakesNobodyWaitLonger();
    void nothingOverflows();
};

void TestPinLock::waitsGrowAndEndInALock_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("waitS");
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("never wrong") << 0 << 0 << false;
    QTest::newRow("1st") << 1 << 0 << false;
    QTest::newRow("2nd") << 2 << 0 << false;
    QTest::newRow("3rd") << 3 << 0 << false;
    QTest::newRow("4th") << 4 << 0 << false;
    QTest::newRow("5th") << 5 << 5 << false;
    QTest::newRow("6th") << 6 << 10 << false;
    QTest::newRow("7th") << 7 << 20 << false;
    QTest::newRow("8th") << 8 << 40 << false;
    QTest::newRow("9th") << 9 << 80 << false;
    QTest::newRow("10th") << 10 << 0 << true;
    QTest::newRow("11th") << 11 << 0 << true;
}

void TestPinLock::waitsGrowAndEndInALock()
{
    QFETCH(int, failures);
    QFETCH(int, waitS);
    QFETCH(bool, isLocked);
    const PinLock lock{failures, 1'000'000};
    QCOMPARE(lock.waitMs(1'000'000), qint64(waitS) * 1000);
    QCOMPARE(lock.isLocked(), isLocked);
}

void TestPinLock::aWaitPasses()
{
    const PinLock lock{6, 1'000'000};
    QCOMPARE(lock.waitMs(1'004'000), qint64(6'000));
    QCOMPARE(lock.waitMs(1'009'999), qint64(1));
    QCOMPARE(lock.waitMs(1'010'000), qint64(0));
    QCOMPARE(lock.waitMs(9'000'000), qint64(0));
}

void TestPinLock::aClockThatWentBackMakesNobodyWaitLonger()
{
    const PinLock lock{9, 1'000'000};
    QCOMPARE(lock.waitMs(0), qint64(80'000));
}

void TestPinLock::nothingOverflows()
{
    for (int failures = 0; failures < 1000; ++failures) {
        const PinLock lock{failures, 1'767'225'600'000};
        QVERIFY(lock.waitMs(0) >= 0);
        QVERIFY(lock.waitMs(1'767'225'600'000) <= 80'000);
        QCOMPARE(lock.isLocked(), failures >= 10);
    }
    QVERIFY((PinLock{std::numeric_limits<int>::max(), 0}.isLocked()));
}

TP_TEST(TestPinLock)
#include "tst_pinlock.moc"
