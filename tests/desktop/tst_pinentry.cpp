// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"
#include "ui/presentation/pinentry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ui::PinEntry;

class TestPinEntry final : public QObject
{
    Q_OBJECT

    static PinEntry typed(const QList<int> &digits, const QList<qint64> &gapsMs)
    {
        PinEntry entry;
        qint64 atMs = 1'000;
        for (int place = 0; place < digits.size(); ++place) {
            entry.type(digits.at(place), atMs);
            atMs += gapsMs.at(place % gapsMs.size());
        }
        return entry;
    }

private slots:
    void aPinHasFourToEightDigits_data()
    {
        QTest::addColumn<int>("digits");
        QTest::addColumn<bool>("isPossible");
        for (int digits = 0; digits <= 13; ++digits)
            QTest::addRow("%d", digits) << digits << (digits >= 4 && digits <= 8);
    }

    void aPinHasFourToEightDigits()
    {
        QFETCH(int, digits);
        PinEntry entry;
        for (int place = 0; place < digits; ++place)
            entry.type(place % 10, -1);
        QTEST(entry.isPossible(), "isPossible");
        QCOMPARE(entry.length(), qMin(digits, 8));
    }

    void whatIsErasedIsGone()
    {
        PinEntry entry = typed({1, 2, 3, 4, 5}, {200});
        entry.erase();
        QCOMPARE(entry.digits(), u"1234"_s);
        entry.clear();
        entry.erase();
        QCOMPARE(entry.length(), 0);
    }

    void aDigitTooManyCanBeErased()
    {
        PinEntry entry = typed({1, 2, 3, 4, 5, 6, 7, 8, 9}, {200});
        QVERIFY(!entry.isPossible());
        entry.erase();
        QVERIFY(entry.isPossible());
        QCOMPARE(entry.digits(), u"12345678"_s);
    }

    void aScannerIsNoPerson_data()
    {
        QTest::addColumn<QList<int>>("digits");
        QTest::addColumn<QList<qint64>>("gaps");
        QTest::addColumn<bool>("isScan");
        const QList<int> ean8{4, 0, 1, 2, 3, 4, 5, 5};
        const QList<int> ean13{4, 0, 0, 6, 3, 8, 1, 3, 3, 3, 9, 3, 1};
        QTest::newRow("a scanner, short code") << ean8 << QList<qint64>{8} << true;
        QTest::newRow("a scanner, long code") << ean13 << QList<qint64>{20} << true;
        QTest::newRow("a scanner on a busy machine") << ean8 << QList<qint64>{5, 5, 300} << true;
        QTest::newRow("a quick person") << ean8 << QList<qint64>{95, 70, 120} << false;
        QTest::newRow("four digits at once") << QList<int>{1, 2, 3, 4} << QList<qint64>{5} << false;
        QTest::newRow("one in a while") << ean8 << QList<qint64>{500} << false;
    }

    void aScannerIsNoPerson()
    {
        QFETCH(QList<int>, digits);
        QFETCH(QList<qint64>, gaps);
        const PinEntry entry = typed(digits, gaps);
        QTEST(entry.isScan(), "isScan");
    }

    void aFingerIsNoScanner()
    {
        PinEntry entry;
        for (int place = 0; place < 8; ++place)
            entry.type(7, -1);
        QVERIFY(!entry.isScan());
    }
};

TP_TEST(TestPinEntry)

#include "tst_pinentry.moc"
