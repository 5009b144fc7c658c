// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/refund.h"
#include "backend/pricing/settlement.h"
#include "tests/support/testmain.h"
#include "tests/unit/pricing/anyorder.h"

#include <QTest>

#include <algorithm>

using tp::Money;
using tp::Quantity;
using tp::Result;
using tp::pricing::inCoins;
using tp::pricing::LineAmounts;
using tp::pricing::PricedOrder;
using tp::pricing::PricingRules;
using tp::pricing::RefundablePayment;
using tp::pricing::SettledTender;
using tp::pricing::Settlement;
using tp::pricing::Tender;
using tp::pricing::TenderKind;
using tp::test::AnyOrder;
using tp::test::SeededRandom;

namespace {

constexpr int SalesTried = 5000;

/// An order that has a price, and how it is paid.
struct Sale
{
    AnyOrder any;
    PricedOrder order;
    QList<Tender> tenders;
};

/// A tender of a sale that is being given back.
struct PaidPart
{
    RefundablePayment payment;
    qint64 stepMinor = 1;

    qint64 amountLeft() const { return payment.amount.minor() - payment.refundedAmount.minor(); }
};

/// An order that was paid, and gives its money back as its lines come back.
class PaidSale
{
public:
    explicit PaidSale(const Sale &sale) : m_sale(sale), m_before(sale.order.lines.size())
    {
        const PricingRules &rules = sale.any.rules;
        const Settlement settled = *settle(rules, sale.order.total, sale.tenders);
        const Money nothing = Money::zero(rules.currency);
        m_paid = settled.paid.minor();
        for (qsizetype i = 0; i < sale.tenders.size(); ++i) {
            const SettledTender &one = settled.tenders[i];
            const bool isCash = sale.tenders[i].kind == TenderKind::Cash;
            m_parts.append(
                {{one.amount, one.taken(), nothing, nothing}, isCash ? rules.cashStepMinor : 1});
        }
    }

    qint64 paid() const { return m_paid; }
    qint64 handedBack() const { return m_handedBack; }

    bool isAllBack() const
    {
        for (qsizetype i = 0; i < m_before.size(); ++i) {
            if (m_before[i] < m_sale.any.entered.lines[i].quantity)
                return false;
        }
        return true;
    }

    /// Some of some line comes back; its worth goes back to the tenders in their order.
    bool takeBack(SeededRandom &random)
    {
        const qsizetype i = qsizetype(random.below(quint64(m_before.size())));
        const Quantity quantity = m_sale.any.entered.lines[i].quantity;
        const qint64 left = quantity.thousandths() - m_before[i].thousandths();
        if (left == 0)
            return true;
        const qint64 some = random.below(3) == 0 ? left : random.between(1, left);
        const Quantity returned = *Quantity::fromThousandths(some);
        const auto line =
            refundOf(LineAmounts::of(m_sale.order.lines[i]), quantity, m_before[i], returned);
        if (!line)
            return false;
        m_before[i] = *m_before[i].plus(returned);
        return handBack(line->total.minor());
    }

private:
    bool handBack(qint64 worth)
    {
        for (PaidPart &part : m_parts) {
            const qint64 minor = std::min(worth, part.amountLeft());
            const auto back = giveBack(
                part.payment, *Money::fromMinor(minor, m_sale.any.rules.currency), part.stepMinor);
            if (!back || back->handed.isNegative())
                return false;
            part.payment.refundedAmount = *part.payment.refundedAmount.plus(back->amount);
            part.payment.refunded = *part.payment.refunded.plus(back->handed);
            if (part.payment.refunded.minor() > part.payment.captured.minor())
                return false;
            worth -= minor;
            m_handedBack += back->handed.minor();
        }
        return worth == 0;
    }

    const Sale &m_sale;
    QList<Quantity> m_before;
    QList<PaidPart> m_parts;
    qint64 m_paid = 0;
    qint64 m_handedBack = 0;
};

} // namespace

/// What holds for the money of every sale: paid, changed and given back.
class TestPricingMoney final : public QObject
{
    Q_OBJECT

    /// A card part or none, cash parts or none, and the rest by either.
    static QList<Tender> anyTenders(const PricingRules &rules, Money total, SeededRandom &random)
    {
        QList<Tender> tenders;
        qint64 due = total.minor();
        for (quint64 parts = random.below(3); parts > 0 && due > rules.cashStepMinor; --parts) {
            const bool isCash = random.below(2) == 0;
            const qint64 step = isCash ? rules.cashStepMinor : 1;
            const qint64 part = random.between(1, (due - 1) / step) * step;
            tenders.append({isCash ? TenderKind::Cash : TenderKind::NotCash,
                            *Money::fromMinor(part, rules.currency), std::nullopt});
            due -= part;
        }
        const bool isCash = random.below(3) != 0;
        tenders.append(
            {isCash ? TenderKind::Cash : TenderKind::NotCash, std::nullopt, std::nullopt});
        return tenders;
    }

    template <typename Check>
    void forSales(Check check)
    {
        auto random = SeededRandom::fresh();
        int sales = 0;
        while (sales < SalesTried && !QTest::currentTestFailed()) {
            const AnyOrder any = AnyOrder::from(random);
            const Result<PricedOrder> order = price(any.rules, any.entered);
            if (!order || order->lines.isEmpty())
                continue;
            const QList<Tender> tenders = anyTenders(any.rules, order->total, random);
            if (!settle(any.rules, order->total, tenders))
                continue; // The last coin is beyond the range.
            ++sales;
            check(Sale{any, *order, tenders}, random);
        }
    }

private slots:
    void cashRoundingNeverChangesTheTotal()
    {
        forSales([](const Sale &sale, SeededRandom &) {
            const Settlement settled = *settle(sale.any.rules, sale.order.total, sale.tenders);
            QCOMPARE(settled.due.minor(), 0);
            QCOMPARE(settled.paid.minor(), sale.order.total.minor() + settled.rounding.minor());
            QVERIFY(2 * std::abs(settled.rounding.minor()) <= sale.any.rules.cashStepMinor);
            qint64 amounts = 0;
            for (qsizetype i = 0; i < sale.tenders.size(); ++i) {
                const SettledTender &one = settled.tenders[i];
                amounts += one.amount.minor();
                const bool isCash = sale.tenders[i].kind == TenderKind::Cash;
                if (isCash)
                    QCOMPARE(one.taken().minor() % sale.any.rules.cashStepMinor, 0);
                const bool paysTheRest = amounts == sale.order.total.minor();
                QVERIFY(one.rounding.isZero() || (isCash && paysTheRest));
                QVERIFY(one.change.isZero());
            }
            QCOMPARE(amounts, sale.order.total.minor());
        });
    }

    void changeIsWhatWasHandedOverLessWhatIsDue()
    {
        forSales([](const Sale &sale, SeededRandom &random) {
            const qint64 due = inCoins(sale.order.total, sale.any.rules.cashStepMinor)->minor();
            const qint64 over = random.between(0, Money::MinorMax - due);
            const Money tendered = *Money::fromMinor(due + over, sale.any.rules.currency);
            const auto settled = settle(sale.any.rules, sale.order.total,
                                        {{TenderKind::Cash, std::nullopt, tendered}});
            QVERIFY(settled);
            QCOMPARE(settled->change.minor(), over);
            QCOMPARE(settled->paid.minor(), due);
            const auto byCard = settle(sale.any.rules, sale.order.total,
                                       {{TenderKind::NotCash, std::nullopt, tendered}});
            QCOMPARE(bool(byCard), tendered == sale.order.total);
        });
    }

    /// A client that pays an order tender by tender pays what it would have paid at once.
    void oneByOneOrAtOnceIsTheSame()
    {
        forSales([](const Sale &sale, SeededRandom &) {
            const Settlement atOnce = *settle(sale.any.rules, sale.order.total, sale.tenders);
            Money due = sale.order.total;
            for (qsizetype i = 0; i < sale.tenders.size(); ++i) {
                const auto one = settle(sale.any.rules, due, {sale.tenders[i]});
                QVERIFY(one);
                QCOMPARE(one->tenders.first(), atOnce.tenders[i]);
                due = one->due;
            }
            QVERIFY(due.isZero());
        });
    }

    void returningALineInPartsGivesBackAllOfIt()
    {
        forSales([](const Sale &sale, SeededRandom &random) {
            const qint64 all = sale.any.entered.lines.first().quantity.thousandths();
            const LineAmounts sold = LineAmounts::of(sale.order.lines.first());
            qint64 before = 0;
            qint64 discount = 0;
            qint64 tax = 0;
            qint64 net = 0;
            qint64 total = 0;
            while (before < all) {
                const qint64 some = random.between(1, all - before);
                const auto part =
                    refundOf(sold, *Quantity::fromThousandths(all),
                             *Quantity::fromThousandths(before), *Quantity::fromThousandths(some));
                QVERIFY(part);
                QVERIFY(!part->total.isNegative() && !part->tax.isNegative());
                QVERIFY(part->net.minor() >= -1);
                before += some;
                discount += part->discount.minor();
                tax += part->tax.minor();
                net += part->net.minor();
                total += part->total.minor();
            }
            QCOMPARE(discount, sold.discount.minor());
            QCOMPARE(tax, sold.tax.minor());
            QCOMPARE(net, sold.net.minor());
            QCOMPARE(total, sold.total.minor());
        });
    }

    /// In whatever parts and order the lines come back, to card and cash together.
    void returningEverythingGivesBackWhatWasPaid()
    {
        forSales([](const Sale &sale, SeededRandom &random) {
            PaidSale paid(sale);
            while (!paid.isAllBack()) {
                QVERIFY(paid.takeBack(random));
                QVERIFY(paid.handedBack() <= paid.paid());
            }
            QCOMPARE(paid.handedBack(), paid.paid());
        });
    }
};

TP_TEST(TestPricingMoney)
#include "tst_pricingmoney.moc"
