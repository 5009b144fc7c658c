// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/quantity.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using tp::ErrorCode;
using tp::Quantity;

class TestQuantity final : public QObject
{
    Q_OBJECT

private slots:
    void readsNumbersAsJsonSpellsThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("thousandths");
        const auto row = [](const char *text, qint64 thousandths) {
            QTest::newRow(text) << QString::fromLatin1(text) << thousandths;
        };
        row("0", 0);
        row("-0", 0);
        row("0e400", 0);
        row("0.0000000", 0);
        row("3", 3000);
        row("-3", -3000);
        row("0.75", 750);
        row("0.7500", 750);
        row("7.50", 7500);
        row(".5", 500);
        row("1e2", 100'000);
        row("1E+2", 100'000);
        row("1.5e-2", 15);
        row("1500e-3", 1500);
        row("150000e-5", 1500);
        row("0.001", 1);
        row("1e-3", 1);
        row("1e12", Quantity::ThousandthsMax);
        row("-1000000000000.000", -Quantity::ThousandthsMax);
    }

    void readsNumbersAsJsonSpellsThem()
    {
        QFETCH(QString, text);
        QFETCH(qint64, thousandths);
        QCOMPARE(Quantity::fromDecimal(text)->thousandths(), thousandths);
        const std::string narrow = text.toStdString();
        QCOMPARE(Quantity::fromDecimal(std::string_view(narrow))->thousandths(), thousandths);
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("error");
        const auto row = [](const char *text, ErrorCode error) {
            QTest::newRow(text) << QString::fromUtf8(text) << int(error);
        };
        for (const char *text :
             {"",    "-",      ".",      "1.",    "+1",     " 1",     "1 ",       "1,5",
              "e5",  "1e",     "1e+",    "1e1.5", "0x1",    "NaN",    "Infinity", "1.2.3",
              "--1", "0.0005", "1.0005", "1e-4",  "1e-400", "\u0663", "\u00bd"})
            row(text, ErrorCode::InvalidText);
        row("1e400", ErrorCode::OutOfRange);
        row("-1e400", ErrorCode::OutOfRange);
        row("1e13", ErrorCode::OutOfRange);
        row("1000000000000.001", ErrorCode::OutOfRange);
        row("9223372036854775808", ErrorCode::OutOfRange);
        row("1e99999999999999999999999", ErrorCode::OutOfRange);
    }

    void refusesTheRest()
    {
        QFETCH(QString, text);
        const auto quantity = Quantity::fromDecimal(text);
        QVERIFY(!quantity);
        QTEST(int(quantity.error().code), "error");
    }

    void writesNoTrailingZeros()
    {
        const auto text = [](qint64 thousandths) {
            return QString::fromStdString(Quantity::fromThousandths(thousandths)->toDecimal());
        };
        QCOMPARE(text(0), QStringLiteral("0"));
        QCOMPARE(text(750), QStringLiteral("0.75"));
        QCOMPARE(text(3000), QStringLiteral("3"));
        QCOMPARE(text(-1), QStringLiteral("-0.001"));
        QCOMPARE(text(-10), QStringLiteral("-0.01"));
        QCOMPARE(text(100'000), QStringLiteral("100"));
        QCOMPARE(text(1005), QStringLiteral("1.005"));
    }

    void theRangeIsChecked()
    {
        constexpr qint64 Max = Quantity::ThousandthsMax;
        const Quantity most = *Quantity::fromThousandths(Max);
        const Quantity least = *Quantity::fromThousandths(-Max);
        const Quantity one = *Quantity::fromThousandths(1);
        for (const qint64 outside : {Max + 1, -Max - 1, std::numeric_limits<qint64>::max(),
                                     std::numeric_limits<qint64>::min()})
            QVERIFY(!Quantity::fromThousandths(outside));
        QVERIFY(!most.plus(one));
        QVERIFY(!least.minus(one));
        QVERIFY(!least.minus(most));
        QCOMPARE(*most.plus(least), Quantity());
        QVERIFY(least < one);
        QVERIFY(least.isNegative() && Quantity().isZero());
    }

    void decimalsRoundTrip()
    {
        auto random = tp::test::SeededRandom::fresh();
        for (int i = 0; i < 10'000; ++i) {
            const qint64 limit = Quantity::ThousandthsMax;
            const auto quantity =
                Quantity::fromThousandths(random.between(-limit, limit) >> random.below(50));
            QCOMPARE(*Quantity::fromDecimal(std::string_view(quantity->toDecimal())), *quantity);
        }
    }
};

TP_TEST(TestQuantity)
#include "tst_quantity.moc"
