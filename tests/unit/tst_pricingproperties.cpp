// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/tilltotal.h"
#include "tests/support/testmain.h"
#include "tests/unit/pricing/anyorder.h"

#include <QMap>
#include <QTest>

#include <algorithm>

using tp::ErrorCode;
using tp::Money;
using tp::Result;
using tp::pricing::EnteredLine;
using tp::pricing::PricedLine;
using tp::pricing::PricedOrder;
using tp::pricing::PricingRules;
using tp::pricing::TaxMode;
using tp::pricing::TaxRate;
using tp::pricing::TaxRounding;
using tp::test::AnyOrder;
using tp::test::SeededRandom;

namespace {

__extension__ typedef __int128 ExactMinor; // The oracle: no rounding of its own.

constexpr int OrdersTried = 20'000;

ExactMinor distance(ExactMinor a, ExactMinor b)
{
    return a < b ? b - a : a - b;
}

qint64 leftOf(const PricedLine &line)
{
    return line.subtotal.minor() - line.lineDiscount.minor() - line.orderDiscount.minor();
}

qint64 enteredTotal(const PricedLine &line)
{
    return line.subtotal.minor() - line.lineDiscount.minor();
}

/// By what the tax in or on an amount is divided, to be exact: amount × rate ÷ this.
qint64 taxDivisor(const PricingRules &rules, TaxRate rate)
{
    return TaxRate::PpmMax + (rules.taxMode == TaxMode::Included ? rate.ppm() : 0);
}

} // namespace

/// What holds for every order, at small amounts and at the ends of the range.
class TestPricingProperties final : public QObject
{
    Q_OBJECT

    /// Calls `check` with thousands of orders that have a price; those too large are refused so.
    template <typename Check>
    void forOrders(Check check)
    {
        auto random = SeededRandom::fresh();
        int priced = 0;
        for (int i = 0; i < OrdersTried && !QTest::currentTestFailed(); ++i) {
            const AnyOrder any = AnyOrder::from(random);
            const Result<PricedOrder> order = price(any.rules, any.entered);
            if (!order) {
                for (const tp::FieldError &field : order.error().fields)
                    QCOMPARE(field.code, ErrorCode::OutOfRange);
                continue;
            }
            ++priced;
            check(any, *order);
        }
        QVERIFY(priced > OrdersTried / 2); // The work was real.
    }

private slots:
    void linesAlwaysSumToTheOrder()
    {
        forOrders([](const AnyOrder &any, const PricedOrder &order) {
            ExactMinor subtotal = 0;
            ExactMinor discount = 0;
            ExactMinor tax = 0;
            ExactMinor total = 0;
            for (const PricedLine &line : order.lines) {
                subtotal += line.subtotal.minor();
                discount += line.discount().minor();
                tax += line.tax.minor();
                total += line.total.minor();
                QCOMPARE(line.net.minor() + line.tax.minor(), line.total.minor());
            }
            QVERIFY(order.subtotal.minor() == subtotal);
            QVERIFY(order.discountTotal.minor() == discount);
            QVERIFY(order.taxTotal.minor() == tax);
            QVERIFY(order.total.minor() == total);
            const bool isOnTop = any.rules.taxMode == TaxMode::Excluded;
            QVERIFY(total == subtotal - discount + (isOnTop ? tax : 0));
        });
    }

    void noAmountIsBelowZero()
    {
        forOrders([](const AnyOrder &, const PricedOrder &order) {
            for (const PricedLine &line : order.lines) {
                for (const Money &amount : {line.subtotal, line.lineDiscount, line.orderDiscount,
                                            line.tax, line.net, line.total})
                    QVERIFY(!amount.isNegative());
                QVERIFY(line.discount().minor() <= line.subtotal.minor());
            }
        });
    }

    void aSubtotalIsThePriceByTheQuantity()
    {
        forOrders([](const AnyOrder &any, const PricedOrder &order) {
            for (qsizetype i = 0; i < order.lines.size(); ++i) {
                const EnteredLine &line = any.entered.lines[i];
                const ExactMinor exact =
                    ExactMinor(line.unitPrice.minor()) * line.quantity.thousandths();
                const ExactMinor rounded = ExactMinor(order.lines[i].subtotal.minor()) * 1000;
                QVERIFY(distance(exact, rounded) * 2 <= 1000);
                QVERIFY(rounded >= exact || (exact - rounded) * 2 < 1000); // Halves go up.
            }
        });
    }

    /// Not a unit is lost or made up, and no share is a whole unit away from the exact one.
    void theOrderDiscountIsSpreadFairly()
    {
        forOrders([](const AnyOrder &any, const PricedOrder &order) {
            ExactMinor spread = 0;
            ExactMinor weights = 0;
            for (const PricedLine &line : order.lines) {
                spread += line.orderDiscount.minor();
                weights += enteredTotal(line);
            }
            if (!any.entered.discount) {
                QVERIFY(spread == 0);
                return;
            }
            const Money whole = *Money::fromMinor(qint64(weights), any.rules.currency);
            QVERIFY(spread == amountOff(*any.entered.discount, whole)->minor());
            for (const PricedLine &line : order.lines) {
                const ExactMinor share = line.orderDiscount.minor();
                QVERIFY(enteredTotal(line) > 0 || share == 0);
                QVERIFY(weights == 0 ||
                        distance(share * weights, spread * enteredTotal(line)) < weights);
            }
        });
    }

    void taxPerLineIsHalfAUnitAwayAtMost()
    {
        forOrders([](const AnyOrder &any, const PricedOrder &order) {
            if (any.rules.taxRounding != TaxRounding::Line)
                return;
            for (const PricedLine &line : order.lines) {
                const qint64 divisor = taxDivisor(any.rules, line.taxRate);
                const ExactMinor exact = ExactMinor(leftOf(line)) * line.taxRate.ppm();
                QVERIFY(distance(ExactMinor(line.tax.minor()) * divisor, exact) * 2 <= divisor);
            }
        });
    }

    /// The sum of a rate is half a unit away at most, and a line less than one and a half.
    void taxPerRateIsHalfAUnitAwayAtMost()
    {
        forOrders([](const AnyOrder &any, const PricedOrder &order) {
            if (any.rules.taxRounding != TaxRounding::Group)
                return;
            QMap<TaxRate, std::pair<ExactMinor, ExactMinor>> sums; // What is left, and its tax.
            for (const PricedLine &line : order.lines) {
                sums[line.taxRate].first += leftOf(line);
                sums[line.taxRate].second += line.tax.minor();
                const qint64 divisor = taxDivisor(any.rules, line.taxRate);
                const ExactMinor exact = ExactMinor(leftOf(line)) * line.taxRate.ppm();
                const ExactMinor ours = ExactMinor(line.tax.minor()) * divisor;
                QVERIFY(distance(ours, exact) * 2 < ExactMinor(3) * divisor);
                QVERIFY(leftOf(line) > 0 || line.tax.isZero());
            }
            for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum) {
                const qint64 divisor = taxDivisor(any.rules, sum.key());
                const ExactMinor exact = sum->first * sum.key().ppm();
                QVERIFY(distance(sum->second * divisor, exact) * 2 <= divisor);
            }
        });
    }

    /// A till that prices what a backend has priced finds the same: the same entries, always.
    void theSameEntriesCostTheSame()
    {
        forOrders([](const AnyOrder &any, const PricedOrder &order) {
            const auto again = price(any.rules, any.entered);
            QVERIFY(again);
            QCOMPARE(again->lines, order.lines);
        });
    }

    /// What a till took, whatever it was: the lines come to it and stay what lines are.
    void anOrderCanBeSoldForAnyTotal()
    {
        auto random = SeededRandom::fresh();
        forOrders([&random](const AnyOrder &any, const PricedOrder &order) {
            const bool isNear = random.below(2) == 0;
            const qint64 most = isNear ? std::min(2 * order.total.minor() + 9, Money::MinorMax / 2)
                                       : Money::MinorMax / 2;
            const Money taken = *Money::fromMinor(random.between(0, most), any.rules.currency);
            const auto sold = soldFor(any.rules, order, taken);
            if (!sold) { // What the discounts take off can be had back only so far.
                QCOMPARE(sold.error().code, ErrorCode::OutOfRange);
                QVERIFY(order.subtotal.minor() > Money::MinorMax / 4);
                return;
            }
            QCOMPARE(sold->total, order.lines.isEmpty() ? order.total : taken);
            ExactMinor total = 0;
            for (const PricedLine &line : sold->lines) {
                total += line.total.minor();
                QCOMPARE(line.net.minor() + line.tax.minor(), line.total.minor());
                const bool isOnTop = any.rules.taxMode == TaxMode::Excluded;
                QCOMPARE(leftOf(line), isOnTop ? line.net.minor() : line.total.minor());
                QCOMPARE(line.tax, taxOf(line.total, line.taxRate, TaxMode::Included));
                QVERIFY(!line.net.isNegative() && !line.discount().isNegative());
            }
            QVERIFY(sold->total.minor() == total);
            QVERIFY(sold->total.minor() ==
                    sold->subtotal.minor() - sold->discountTotal.minor() +
                        (any.rules.taxMode == TaxMode::Excluded ? sold->taxTotal.minor() : 0));
        });
    }

    /// Who parts an order by its lines cannot make it cheaper, nor its discounts larger.
    void aLineWithoutOrderDiscountCostsTheSameAlone()
    {
        forOrders([](const AnyOrder &any, const PricedOrder &order) {
            if (any.entered.discount || any.rules.taxRounding != TaxRounding::Line)
                return;
            for (qsizetype i = 0; i < order.lines.size(); ++i) {
                const auto alone = price(any.rules, {{any.entered.lines[i]}, std::nullopt});
                QVERIFY(alone);
                QCOMPARE(alone->lines.first(), order.lines[i]);
            }
        });
    }
};

TP_TEST(TestPricingProperties)
#include "tst_pricingproperties.moc"
