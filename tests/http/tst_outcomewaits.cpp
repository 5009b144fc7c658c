// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/outcomewaits.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

using tp::Uuid;
using tp::http::OutcomeWaits;

namespace {

constexpr qint64 LongMs = 60'000;

Uuid thing(int number)
{
    return *Uuid::parse(
        QStringLiteral("00000000-0000-7000-8000-%1").arg(number, 12, 10, QChar(u'0')));
}

} // namespace

/// Who waits is woken once: by the end, by the time, or because all ends.
class TestOutcomeWaits : public QObject
{
    Q_OBJECT

private slots:
    void theEndWakesAllWhoWaitForItAndNobodyElse()
    {
        OutcomeWaits waits;
        std::atomic<int> woken = 0;
        std::atomic<int> others = 0;
        std::thread([&] {
            QVERIFY(waits.add(thing(1), LongMs, [&] { ++woken; }));
            QVERIFY(waits.add(thing(1), LongMs, [&] { ++woken; }));
            QVERIFY(waits.add(thing(2), LongMs, [&] { ++others; }));
            waits.ended(thing(1));
            waits.ended(thing(1));
            waits.ended(thing(3));
        }).join();
        QTRY_COMPARE(woken.load(), 2);
        QCOMPARE(others.load(), 0);
    }

    void theTimeWakesWhoWaitsToNoEnd()
    {
        OutcomeWaits waits;
        int woken = 0;
        QVERIFY(waits.add(thing(1), 1, [&] { ++woken; }));
        QTRY_COMPARE(woken, 1);
        waits.ended(thing(1));
        int later = 0;
        QVERIFY(waits.add(thing(2), LongMs, [&] { ++later; }));
        waits.ended(thing(2));
        QTRY_COMPARE(later, 1);
        QCOMPARE(woken, 1);
    }

    void whoIsWokenMayWaitAgain()
    {
        OutcomeWaits waits;
        int woken = 0;
        QVERIFY(waits.add(thing(1), LongMs, [&] {
            ++woken;
            QVERIFY(waits.add(thing(1), LongMs, [&] { ++woken; }));
        }));
        waits.ended(thing(1));
        QTRY_COMPARE(woken, 1);
        waits.ended(thing(1));
        QTRY_COMPARE(woken, 2);
    }

    void closedItWakesAllAndLetsNobodyWait()
    {
        OutcomeWaits waits;
        int woken = 0;
        QVERIFY(waits.add(thing(1), LongMs, [&] {
            ++woken;
            QVERIFY(!waits.add(thing(1), LongMs, [&] { ++woken; }));
        }));
        int before = 0;
        QVERIFY(waits.add(thing(3), LongMs, [&] { ++before; }));
        waits.ended(thing(3));
        QTRY_COMPARE(before, 1);                                // The first one waits by now.
        QVERIFY(waits.add(thing(2), LongMs, [&] { ++woken; })); // Posted, and not seen yet.
        waits.close();
        QTRY_COMPARE(woken, 2);
        QVERIFY(!waits.add(thing(3), LongMs, [&] { ++woken; }));
        waits.close();
        QCOMPARE(woken, 2);
    }
};

TP_TEST(TestOutcomeWaits)
#include "tst_outcomewaits.moc"
