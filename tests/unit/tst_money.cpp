// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/money.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using tp::Currency;
using tp::ErrorCode;
using tp::Money;
using tp::Rounding;
using tp::test::SeededRandom;

Q_DECLARE_METATYPE(tp::Rounding)

namespace {

__extension__ typedef __int128 ExactInt; // The oracle of the properties: no rounding of its own.

ExactInt magnitudeOf(ExactInt number)
{
    return number < 0 ? -number : number;
}

} // namespace

class TestMoney final : public QObject
{
    Q_OBJECT

    const Currency m_euro = *Currency::fromCode(u"EUR");

    Money euro(qint64 minor) const { return *Money::fromMinor(minor, m_euro); }

    static QList<qint64> minorOf(const QList<Money> &parts)
    {
        QList<qint64> minor;
        for (const Money &part : parts)
            minor.append(part.minor());
        return minor;
    }

    /// Mostly small numbers, some at the very ends.
    static qint64 anyAmount(SeededRandom &random)
    {
        switch (random.below(4)) {
        case 0:
            return Money::MinorMax - qint64(random.below(3));
        case 1:
            return -Money::MinorMax + qint64(random.below(3));
        default:
            return random.between(-Money::MinorMax, Money::MinorMax) >> random.below(50);
        }
    }

private slots:
    void theRangeIsChecked()
    {
        constexpr qint64 Max = Money::MinorMax;
        QVERIFY(Money::fromMinor(Max, m_euro));
        QVERIFY(Money::fromMinor(-Max, m_euro));
        for (const qint64 outside : {Max + 1, -Max - 1, std::numeric_limits<qint64>::max(),
                                     std::numeric_limits<qint64>::min()}) {
            const auto money = Money::fromMinor(outside, m_euro);
            QVERIFY(!money);
            QCOMPARE(money.error().code, ErrorCode::OutOfRange);
        }
        QVERIFY(!euro(Max).plus(euro(1)));
        QVERIFY(!euro(-Max).minus(euro(1)));
        QVERIFY(!euro(-Max).plus(euro(-Max)));
        QCOMPARE(*euro(Max).minus(euro(Max)), Money::zero(m_euro));
        QCOMPARE(euro(-Max).negated(), euro(Max));
    }

    void readsPlainDecimals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qint64>("minor");
        const auto row = [](const char *text, const char *code, qint64 minor) {
            QTest::addRow("%s %s", text, code)
                << QString::fromLatin1(text) << QString::fromLatin1(code) << minor;
        };
        row("2.55", "EUR", 255);
        row("-3", "EUR", -300);
        row(".5", "EUR", 50);
        row("-.05", "EUR", -5);
        row("0", "EUR", 0);
        row("-0.00", "EUR", 0);
        row("007", "EUR", 700);
        row("1000", "JPY", 1000);
        row("1.234", "KWD", 1234);
        row("0.0001", "CLF", 1);
        row("10000000000000.00", "EUR", Money::MinorMax);
        row("-10000000000000.00", "EUR", -Money::MinorMax);
    }

    void readsPlainDecimals()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(qint64, minor);
        const auto money = Money::fromDecimal(text, *Currency::fromCode(code));
        QVERIFY(money);
        QCOMPARE(money->minor(), minor);
    }

    void refusesOtherTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("error");
        const auto row = [](const char *text, const char *code, ErrorCode error) {
            QTest::addRow("%s %s", text, code)
                << QString::fromUtf8(text) << QString::fromLatin1(code) << int(error);
        };
        for (const char *text :
             {"",    "-",   ".",     "-.",    "2.",     "+2",      " 2",
              "2 ",  "--2", "1e2",   "2,50",  "1'000",  "0x10",    "1.2.3",
              "NaN", "inf", "2.555", "2.550", "\u0662", "2\u00a0", "99999999999999999999.001"})
            row(text, "EUR", ErrorCode::InvalidText);
        row("1.0", "JPY", ErrorCode::InvalidText);
        row("10000000000000.01", "EUR", ErrorCode::OutOfRange);
        row("-10000000000000.01", "EUR", ErrorCode::OutOfRange);
        row("99999999999999999999", "EUR", ErrorCode::OutOfRange);
        row("18446744073709551616", "JPY", ErrorCode::OutOfRange);
    }

    void refusesOtherTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto money = Money::fromDecimal(text, *Currency::fromCode(code));
        QVERIFY(!money);
        QTEST(int(money.error().code), "error");
    }

    void writesAllDigitsOfTheCurrency()
    {
        QCOMPARE(euro(255).toDecimal(), QStringLiteral("2.55"));
        QCOMPARE(euro(-5).toDecimal(), QStringLiteral("-0.05"));
        QCOMPARE(euro(0).toDecimal(), QStringLiteral("0.00"));
        const auto minor = [](const char *code, qint64 value) {
            return Money::fromMinor(value, *Currency::fromCode(std::string_view(code)))
                ->toDecimal();
        };
        QCOMPARE(minor("JPY", -1000), QStringLiteral("-1000"));
        QCOMPARE(minor("KWD", 7), QStringLiteral("0.007"));
        QCOMPARE(minor("CLF", 12345), QStringLiteral("1.2345"));
    }

    void decimalsRoundTrip()
    {
        auto random = SeededRandom::fresh();
        for (const char *code : {"EUR", "JPY", "KWD", "UYW"}) {
            const Currency currency = *Currency::fromCode(std::string_view(code));
            for (int i = 0; i < 3000; ++i) {
                const Money money = *Money::fromMinor(anyAmount(random), currency);
                QCOMPARE(*Money::fromDecimal(money.toDecimal(), currency), money);
            }
        }
    }

    void roundsAsItIsTold_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::addColumn<Rounding>("rounding");
        QTest::addColumn<qint64>("expected");
        const auto row = [](const char *name, qint64 minor, qint64 numerator, qint64 denominator,
                            Rounding rounding, qint64 expected) {
            QTest::newRow(name) << minor << numerator << denominator << rounding << expected;
        };
        row("2.5 up", 5, 1, 2, Rounding::HalfUp, 3);
        row("-2.5 up", -5, 1, 2, Rounding::HalfUp, -3);
        row("2.49 up", 249, 1, 100, Rounding::HalfUp, 2);
        row("2.5 even", 5, 1, 2, Rounding::HalfEven, 2);
        row("3.5 even", 7, 1, 2, Rounding::HalfEven, 4);
        row("-2.5 even", -5, 1, 2, Rounding::HalfEven, -2);
        row("-3.5 even", -7, 1, 2, Rounding::HalfEven, -4);
        row("2.51 even", 251, 1, 100, Rounding::HalfEven, 3);
        row("2.99 down", 299, 1, 100, Rounding::Down, 2);
        row("-2.99 down", -299, 1, 100, Rounding::Down, -2);
        row("by a negative", 5, -1, 2, Rounding::HalfUp, -3);
        row("two negatives", -5, -1, 2, Rounding::HalfUp, 3);
        row("by nothing", 12345, 0, 7, Rounding::HalfUp, 0);
        row("price by weight", 1299, 453, 1000, Rounding::HalfUp, 588);
        row("the very end", Money::MinorMax, std::numeric_limits<qint64>::max(),
            std::numeric_limits<qint64>::max(), Rounding::HalfEven, Money::MinorMax);
        row("smallest numerator", Money::MinorMax, std::numeric_limits<qint64>::min(),
            std::numeric_limits<qint64>::max(), Rounding::HalfUp, -Money::MinorMax);
    }

    void roundsAsItIsTold()
    {
        QFETCH(qint64, minor);
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        QFETCH(Rounding, rounding);
        const auto scaled = euro(minor).scaled(numerator, denominator, rounding);
        QVERIFY(scaled);
        QTEST(scaled->minor(), "expected");
    }

    void scalingNeverWraps()
    {
        auto random = SeededRandom::fresh();
        for (int i = 0; i < 20'000; ++i) {
            const Money money = euro(anyAmount(random));
            const qint64 numerator = qint64(random.next()) >> random.below(63);
            const qint64 denominator = 1 + qint64(random.next() >> (1 + random.below(62)));
            if (denominator < 1)
                continue;
            const auto scaled = money.scaled(numerator, denominator, Rounding::HalfUp);
            const ExactInt exact = ExactInt(money.minor()) * numerator;
            if (scaled) {
                const ExactInt off = exact - ExactInt(scaled->minor()) * denominator;
                QVERIFY(2 * magnitudeOf(off) <= denominator);
            } else {
                QVERIFY(magnitudeOf(exact) > ExactInt(Money::MinorMax) * denominator);
            }
        }
    }

    void splitsToTheLargestRemainders_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QList<qint64>>("weights");
        QTest::addColumn<QList<qint64>>("expected");
        using Numbers = QList<qint64>;
        constexpr qint64 Huge = std::numeric_limits<qint64>::max();
        QTest::newRow("first come") << qint64(100) << Numbers{1, 1, 1} << Numbers{34, 33, 33};
        QTest::newRow("two left") << qint64(101) << Numbers{1, 1, 1} << Numbers{34, 34, 33};
        QTest::newRow("refund") << qint64(-101) << Numbers{1, 1, 1} << Numbers{-34, -34, -33};
        QTest::newRow("remainders") << qint64(10) << Numbers{1, 2, 3} << Numbers{2, 3, 5};
        QTest::newRow("zero weight") << qint64(5) << Numbers{0, 1, 0, 1} << Numbers{0, 3, 0, 2};
        QTest::newRow("nothing") << qint64(0) << Numbers{7, 5} << Numbers{0, 0};
        QTest::newRow("one") << qint64(-7) << Numbers{3} << Numbers{-7};
        QTest::newRow("fewer units than parts")
            << qint64(2) << Numbers{1, 1, 1, 1} << Numbers{1, 1, 0, 0};
        QTest::newRow("huge weights") << qint64(7) << Numbers{Huge, Huge, Huge} << Numbers{3, 2, 2};
        QTest::newRow("huge amount")
            << Money::MinorMax << Numbers{Huge, 1} << Numbers{Money::MinorMax, 0};
    }

    void splitsToTheLargestRemainders()
    {
        QFETCH(qint64, minor);
        QFETCH(QList<qint64>, weights);
        const auto parts = euro(minor).allocate(weights);
        QVERIFY(parts);
        QTEST(minorOf(*parts), "expected");
    }

    void splittingNeedsSomeWeight()
    {
        for (const QList<qint64> &weights :
             QList<QList<qint64>>{{}, {0}, {0, 0}, {1, -1}, {-1}, {5, 5, -10}}) {
            const auto parts = euro(100).allocate(weights);
            QVERIFY(!parts);
            QCOMPARE(parts.error().code, ErrorCode::OutOfRange);
        }
    }

    /// The parts sum to the whole, and none is a whole unit away from its exact share.
    void splittingNeverLosesAUnit()
    {
        auto random = SeededRandom::fresh();
        for (int i = 0; i < 5000; ++i) {
            const Money whole = euro(anyAmount(random));
            QList<qint64> weights;
            ExactInt weightSum = 0;
            for (quint64 n = 1 + random.below(20); n > 0; --n) {
                weights.append(qint64(random.next() >> (1 + random.below(63))));
                weightSum += weights.last();
            }
            const auto parts = whole.allocate(weights);
            if (weightSum == 0) {
                QVERIFY(!parts);
                continue;
            }
            QCOMPARE(parts->size(), weights.size());
            qint64 sum = 0;
            for (qsizetype part = 0; part < weights.size(); ++part) {
                const qint64 minor = parts->at(part).minor();
                sum += minor;
                const ExactInt off =
                    ExactInt(whole.minor()) * weights.at(part) - ExactInt(minor) * weightSum;
                QVERIFY(magnitudeOf(off) < weightSum);
                QVERIFY(weights.at(part) > 0 || minor == 0);
            }
            QCOMPARE(sum, whole.minor());
        }
    }

    void aSplitRefundMirrorsItsSale()
    {
        auto random = SeededRandom::fresh();
        for (int i = 0; i < 500; ++i) {
            const Money sale = euro(anyAmount(random));
            const QList<qint64> weights{1, qint64(random.below(9)), qint64(random.below(9))};
            const auto sold = sale.allocate(weights);
            const auto refunded = sale.negated().allocate(weights);
            for (qsizetype part = 0; part < weights.size(); ++part)
                QCOMPARE(refunded->at(part), sold->at(part).negated());
        }
    }
};

TP_TEST(TestMoney)
#include "tst_money.moc"
