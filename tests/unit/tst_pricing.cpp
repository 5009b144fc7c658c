// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/refund.h"
#include "backend/pricing/settlement.h"
#include "backend/pricing/tilltotal.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Currency;
using tp::ErrorCode;
using tp::Money;
using tp::Quantity;
using tp::pricing::Discount;
using tp::pricing::EnteredLine;
using tp::pricing::GivenBack;
using tp::pricing::PercentOff;
using tp::pricing::price;
using tp::pricing::PricingRules;
using tp::pricing::RefundablePayment;
using tp::pricing::soldFor;
using tp::pricing::TaxRate;
using tp::pricing::Tender;
using tp::pricing::TenderKind;

/// What the golden tables cannot say: other currencies, texts, and what is named when.
class TestPricing final : public QObject
{
    Q_OBJECT

    const Currency m_euro = *Currency::fromCode(u"EUR");
    const Currency m_franc = *Currency::fromCode(u"CHF");
    const Quantity m_one = *Quantity::fromThousandths(1000);

    Money euro(qint64 minor) const { return *Money::fromMinor(minor, m_euro); }
    Money franc(qint64 minor) const { return *Money::fromMinor(minor, m_franc); }

    EnteredLine line(Money unitPrice, std::optional<Discount> discount = std::nullopt) const
    {
        return {unitPrice, m_one, std::move(discount), {}};
    }

private slots:
    void readsPercentsOfThreeDecimals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ppm");
        QTest::newRow("none") << u"0"_s << qint64(0);
        QTest::newRow("whole") << u"10"_s << qint64(100'000);
        QTest::newRow("half") << u"12.5"_s << qint64(125'000);
        QTest::newRow("three decimals") << u"33.333"_s << qint64(333'330);
        QTest::newRow("the smallest") << u"0.001"_s << qint64(10);
        QTest::newRow("everything") << u"100.000"_s << qint64(1'000'000);
        QTest::newRow("as JSON may spell it") << u"1e1"_s << qint64(100'000);
    }
    void readsPercentsOfThreeDecimals()
    {
        QFETCH(QString, text);
        const auto percent = PercentOff::fromDecimal(text.toStdString());
        QVERIFY(percent);
        QTEST(percent->ppm(), "ppm");
    }

    void refusesOtherPercents()
    {
        for (const char *text : {"", "ten", "1,5", "33.3333", "10 %"})
            QCOMPARE(PercentOff::fromDecimal(text).error().code, ErrorCode::InvalidText);
        for (const char *text : {"100.001", "-0.001", "1e9"})
            QCOMPARE(PercentOff::fromDecimal(text).error().code, ErrorCode::OutOfRange);
        QCOMPARE(PercentOff::fromPpm(1'000'001).error().code, ErrorCode::OutOfRange);
        QCOMPARE(PercentOff::fromPpm(-1).error().code, ErrorCode::OutOfRange);
    }

    void aRateIsAtMostEverything()
    {
        QCOMPARE(TaxRate::fromPpm(1'000'000)->ppm(), 1'000'000);
        QCOMPARE(TaxRate::fromPpm(1'000'001).error().code, ErrorCode::OutOfRange);
        QCOMPARE(TaxRate::fromPpm(-1).error().code, ErrorCode::OutOfRange);
    }

    void whatATillTookIsSpreadOverTheLines()
    {
        const PricingRules rules{m_euro};
        const auto order = price(rules, {{line(euro(900)), line(euro(450))}, std::nullopt});
        const auto less = soldFor(rules, *order, euro(1200));
        QCOMPARE(less->lines[0].total, euro(800));
        QCOMPARE(less->lines[1].total, euro(400));
        QCOMPARE(less->lines[1].discount(), euro(50));
        QCOMPARE(less->subtotal, euro(1350));
        QCOMPARE(less->discountTotal, euro(150));
        const auto more = soldFor(rules, *order, euro(1501));
        QCOMPARE(more->lines[0].total, euro(1001));
        QCOMPARE(more->lines[0].subtotal, euro(1001));
        QCOMPARE(more->discountTotal, euro(0));
        QCOMPARE(more->total, euro(1501));

        const auto gift = price(rules, {{line(euro(0)), line(euro(0))}, std::nullopt});
        QCOMPARE(soldFor(rules, *gift, euro(3))->lines[0].total, euro(2));
    }

    void anotherCurrencyIsNamed()
    {
        const auto order =
            price({m_euro},
                  {{line(franc(100)), line(euro(100), franc(10)), line(euro(100))}, std::nullopt});
        QVERIFY(!order);
        QCOMPARE(order.error().code, ErrorCode::InvalidBody);
        QCOMPARE(order.error().fields.size(), 2);
        QCOMPARE(order.error().fields[0].pointer, u"/lines/0/unit_price"_s);
        QCOMPARE(order.error().fields[0].code, ErrorCode::CurrencyMismatch);
        QCOMPARE(order.error().fields[1].pointer, u"/lines/1/discount"_s);
        QCOMPARE(order.error().fields[1].code, ErrorCode::CurrencyMismatch);

        const auto whole = price({m_euro}, {{line(euro(100))}, franc(0)});
        QCOMPARE(whole.error().fields.first().pointer, u"/discount"_s);
        QCOMPARE(whole.error().fields.first().code, ErrorCode::CurrencyMismatch);
    }

    void anotherCurrencyPaysNothing()
    {
        const PricingRules rules{m_euro};
        const auto settled = settle(rules, euro(100), {{TenderKind::Cash, franc(100), {}}});
        QCOMPARE(settled.error().fields.first().pointer, u"/payments/0/amount"_s);
        QCOMPARE(settled.error().fields.first().code, ErrorCode::CurrencyMismatch);
        const auto handed = settle(rules, euro(100), {{TenderKind::Cash, {}, franc(100)}});
        QCOMPARE(handed.error().fields.first().pointer, u"/payments/0/tendered"_s);

        const RefundablePayment payment{euro(100), euro(100), euro(0), euro(0)};
        const auto back = giveBack(payment, franc(100), 1);
        QCOMPARE(back.error().fields.first().pointer, u"/amount"_s);
        QCOMPARE(back.error().fields.first().code, ErrorCode::CurrencyMismatch);
    }

    void aCoinBeyondTheRangeIsRefused()
    {
        PricingRules rules{m_euro};
        rules.cashStepMinor = 3;
        const auto settled = settle(rules, euro(Money::MinorMax), {Tender()});
        QVERIFY(settled); // 10^15 is one more than a multiple of three.
        QCOMPARE(settled->rounding.minor(), -1);
        rules.cashStepMinor = 7;
        const auto above = settle(rules, euro(Money::MinorMax), {Tender()});
        QVERIFY(!above); // And six more than a multiple of seven.
        QCOMPARE(above.error().fields.first().pointer, u"/payments/0/amount"_s);
    }

    void aRefundIsNeverMoreThanWhatIsLeft()
    {
        const RefundablePayment payment{euro(1000), euro(1000), euro(400), euro(400)};
        QCOMPARE(giveBack(payment, euro(600), 1)->handed, euro(600));
        const auto more = giveBack(payment, euro(601), 1);
        QVERIFY(!more);
        QCOMPARE(more.error().fields.first().pointer, u"/amount"_s);
        QCOMPARE(more.error().fields.first().code, ErrorCode::OutOfRange);
        QVERIFY(!giveBack(payment, euro(-1), 1));
        QCOMPARE(giveBack(payment, euro(0), 1)->handed, euro(0));
    }

    /// Who was asked for 10.00 instead of 9.98 may name either when the money goes back.
    void theRoundedAmountMayBeNamedInARefund()
    {
        const RefundablePayment up{franc(998), franc(1000), franc(0), franc(0)};
        for (const qint64 named : {998, 1000}) {
            const auto back = giveBack(up, franc(named), 5);
            QVERIFY(back);
            QCOMPARE(*back, (GivenBack{franc(998), franc(2), franc(1000)}));
        }
        QVERIFY(!giveBack(up, franc(1001), 5));

        const RefundablePayment down{franc(1002), franc(1000), franc(0), franc(0)};
        QCOMPARE(giveBack(down, franc(1000), 5)->handed, franc(1000));
        QCOMPARE(giveBack(down, franc(1002), 5)->handed, franc(1000));
    }

    /// Paid exactly, before the shop began to round: coins do not make it more.
    void coinsNeverGiveBackMoreThanWasCaptured()
    {
        const RefundablePayment payment{franc(1239), franc(1239), franc(0), franc(0)};
        const auto back = giveBack(payment, franc(1238), 5);
        QVERIFY(back);
        QCOMPARE(*back, (GivenBack{franc(1238), franc(1), franc(1239)}));
    }

    /// The shop began to round after the first part was given back: nobody is asked for money.
    void coinsThatChangedTakeNothingBack()
    {
        const RefundablePayment payment{franc(1000), franc(1000), franc(332), franc(332)};
        const auto back = giveBack(payment, franc(1), 10);
        QVERIFY(back);
        QCOMPARE(*back, (GivenBack{franc(1), franc(-1), franc(0)}));
    }
};

TP_TEST(TestPricing)
#include "tst_pricing.moc"
