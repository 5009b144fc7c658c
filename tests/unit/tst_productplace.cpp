// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productplace.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tp::catalogue;

/// Numbers between numbers.
class TestProductPlace : public QObject
{
    Q_OBJECT

private slots:
    void aPlaceLiesBetweenItsNeighbours()
    {
        QCOMPARE(placeBetween({}, {}), 0);
        QCOMPARE(placeBetween(10, 12), 11);
        QCOMPARE(placeBetween(-3, 0), -2);
        QCOMPARE(placeBetween(10, 11), std::nullopt);
        QCOMPARE(placeBetween(5, {}), 5 + PlaceStep);
        QCOMPARE(placeBetween({}, 5), 5 - PlaceStep);
    }

    void theEndsAreReached()
    {
        QCOMPARE(placeBetween(PlaceEnd - 1, {}), std::nullopt);
        QCOMPARE(placeBetween({}, -PlaceEnd), std::nullopt);
        QCOMPARE(placeBetween(PlaceEnd - 2, {}), PlaceEnd - 1);
        QCOMPARE(placeBetween({}, -PlaceEnd + 1), -PlaceEnd);
        QCOMPARE(placeBetween(-PlaceEnd, PlaceEnd - 1), -1);
    }

    void aWindowIsAlignedAndHoldsItsPlace_data()
    {
        QTest::addColumn<qint64>("place");
        QTest::newRow("least") << -PlaceEnd;
        QTest::newRow("below zero") << qint64(-1);
        QTest::newRow("zero") << qint64(0);
        QTest::newRow("greatest") << PlaceEnd - 1;
    }

    void aWindowIsAlignedAndHoldsItsPlace()
    {
        QFETCH(qint64, place);
        for (int bits = 2; bits <= PlaceBits; ++bits) {
            const PlaceWindow window = windowAround(place, bits);
            QVERIFY(window.first <= place && place <= window.last());
            QVERIFY(window.first >= -PlaceEnd && window.last() < PlaceEnd);
            QCOMPARE((window.first + PlaceEnd) % window.width(), 0);
        }
    }

    /// After spreading there is room on both sides of everything in the window, also at its rims.
    void spreadingLeavesRoom()
    {
        for (int bits = 2; bits <= 24; ++bits) {
            const PlaceWindow window = windowAround(12345, bits);
            const qint64 count = window.capacity() - 1;
            qint64 before = window.first - 1;
            for (qint64 i = 0; i < count; ++i) {
                const qint64 place = window.placeOf(i, count);
                QVERIFY(placeBetween(before, place));
                before = place;
            }
            QVERIFY(placeBetween(before, window.last() + 1));
        }
    }
};

TP_TEST(TestProductPlace)
#include "tst_productplace.moc"
