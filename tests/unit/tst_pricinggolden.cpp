// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/refund.h"
#include "backend/pricing/settlement.h"
#include "tests/support/testmain.h"
#include "tests/unit/pricing/goldentable.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::Money;
using tp::Quantity;
using tp::Result;
using tp::pricing::EnteredOrder;
using tp::pricing::LineAmounts;
using tp::pricing::PricedLine;
using tp::pricing::PricedOrder;
using tp::pricing::PricingRules;
using tp::pricing::RefundablePayment;
using tp::pricing::SettledTender;
using tp::pricing::Settlement;
using tp::pricing::TaxClassRate;
using tp::pricing::TaxMode;
using tp::pricing::TaxRounding;
using tp::pricing::Tender;
using tp::pricing::TenderKind;
using tp::test::GoldenCase;
using tp::test::GoldenCells;
using tp::test::rowText;

namespace {

constexpr qsizetype EnteredColumns = 4;
constexpr qsizetype SaidColumns = 3;

QStringList amountCells(const QList<Money> &amounts)
{
    QStringList cells;
    for (const Money &amount : amounts)
        cells.append(amount.toDecimal());
    return cells;
}

PricingRules rulesOf(const GoldenCase &golden)
{
    PricingRules rules{GoldenCells(golden.settings[0]).currency()};
    rules.taxMode = golden.settings[1] == "tax included"_L1 ? TaxMode::Included : TaxMode::Excluded;
    rules.taxRounding =
        golden.settings[2] == "per line"_L1 ? TaxRounding::Line : TaxRounding::Group;
    return rules;
}

EnteredOrder orderOf(const GoldenCase &golden)
{
    const GoldenCells read(golden.settings[0]);
    EnteredOrder order;
    for (const QStringList &cells : golden.rows) {
        if (cells.first() == "order"_L1)
            order.discount = read.discountOrNone(cells[2]);
        else if (cells.first() != "refused"_L1)
            order.lines.append({read.money(cells[1]), GoldenCells::quantity(cells[0]),
                                read.discountOrNone(cells[2]), GoldenCells::rate(cells[3])});
    }
    return order;
}

/// The result columns of each line, and last those of the order.
QStringList resultRows(const PricingRules &rules, const PricedOrder &order)
{
    QStringList rows;
    const Money nothing = Money::zero(rules.currency);
    QList<Money> own{nothing, nothing, nothing};
    for (const PricedLine &line : order.lines) {
        rows.append(rowText(amountCells({line.subtotal, line.lineDiscount, line.orderDiscount,
                                         line.net, line.tax, line.total})));
        own[0] = *own[0].plus(line.lineDiscount);
        own[1] = *own[1].plus(line.orderDiscount);
        own[2] = *own[2].plus(line.net);
    }
    rows.append(rowText(
        amountCells({order.subtotal, own[0], own[1], own[2], order.taxTotal, order.total})));
    return rows;
}

/// What a table says from a column on, row by row; nothing for a row that ends before.
QStringList writtenRows(const GoldenCase &golden, qsizetype firstColumn)
{
    QStringList rows;
    for (const QStringList &cells : golden.rows)
        rows.append(rowText(cells.sliced(std::min(firstColumn, cells.size()))));
    return rows;
}

void addGoldenRows(const QString &file)
{
    QTest::addColumn<GoldenCase>("golden");
    const QList<GoldenCase> cases = tp::test::goldenCases(file);
    for (const GoldenCase &golden : cases)
        QTest::newRow(qPrintable(golden.name)) << golden;
    QVERIFY2(!cases.isEmpty(), "the table cannot be read");
}

} // namespace

/// The tables beside this file say what things cost; a bookkeeper can read them.
class TestPricingGolden final : public QObject
{
    Q_OBJECT

private slots:
    void ordersCostWhatTheTableSays_data() { addGoldenRows(u"prices.txt"_s); }
    void ordersCostWhatTheTableSays()
    {
        QFETCH(GoldenCase, golden);
        const PricingRules rules = rulesOf(golden);
        const Result<PricedOrder> priced = price(rules, orderOf(golden));
        if (!golden.problems().isEmpty()) {
            QVERIFY(!priced);
            QCOMPARE(priced.error().code, tp::ErrorCode::InvalidBody);
            QCOMPARE(tp::test::problemsOf(priced.error()), golden.problems());
            return;
        }
        QVERIFY2(priced, qPrintable(priced ? QString() : priced.error().detail));
        QCOMPARE(resultRows(rules, *priced), writtenRows(golden, EnteredColumns));
    }

    void tendersPayWhatTheTableSays_data() { addGoldenRows(u"settlements.txt"_s); }
    void tendersPayWhatTheTableSays()
    {
        QFETCH(GoldenCase, golden);
        const GoldenCells read(golden.settings[0]);
        PricingRules rules{read.currency()};
        rules.cashStepMinor = read.money(golden.settings[1]).minor();
        QList<Tender> tenders;
        for (const QStringList &cells : golden.rows) {
            const bool isCash = cells.first() == "cash"_L1;
            if (isCash || cells.first() == "card"_L1)
                tenders.append({isCash ? TenderKind::Cash : TenderKind::NotCash,
                                read.moneyOrNone(cells[1]), read.moneyOrNone(cells[2])});
        }

        const Result<Settlement> settled = settle(rules, read.money(golden.settings[2]), tenders);
        if (!golden.problems().isEmpty()) {
            QVERIFY(!settled);
            QCOMPARE(tp::test::problemsOf(settled.error()), golden.problems());
            return;
        }
        QVERIFY2(settled, qPrintable(settled ? QString() : settled.error().detail));
        QStringList rows;
        Money pays = Money::zero(rules.currency);
        for (const SettledTender &one : settled->tenders) {
            rows.append(rowText(amountCells({one.amount, one.rounding, one.taken(), one.change})));
            pays = *pays.plus(one.amount);
        }
        rows.append(rowText(
            amountCells({pays, settled->rounding, settled->paid, settled->change, settled->due})));
        QCOMPARE(rows, writtenRows(golden, SaidColumns));
    }

    void returnsGiveBackWhatTheTableSays_data() { addGoldenRows(u"refunds.txt"_s); }
    void returnsGiveBackWhatTheTableSays()
    {
        QFETCH(GoldenCase, golden);
        const GoldenCells read(golden.settings[0]);
        const qint64 stepMinor = read.money(golden.settings[1]).minor();
        const QStringList sale = golden.rows.takeFirst();
        const Quantity quantity = GoldenCells::quantity(sale[1]);
        const LineAmounts sold{read.money(sale[2]), read.money(sale[4]), read.money(sale[3]),
                               read.money(sale[5])};
        const Money nothing = Money::zero(read.currency());
        RefundablePayment payment{sold.total, read.money(sale[7]), nothing, nothing};

        Quantity before;
        for (const QStringList &cells : std::as_const(golden.rows)) {
            const Quantity returned = GoldenCells::quantity(cells[1]);
            const auto line = refundOf(sold, quantity, before, returned);
            QCOMPARE(bool(line), cells.first() == "back"_L1);
            if (!line) {
                QCOMPARE(line.error().code, tp::ErrorCode::OutOfRange);
                continue;
            }
            const auto money = giveBack(payment, line->total, stepMinor);
            QVERIFY(money);
            QCOMPARE(rowText(amountCells({line->discount, line->net, line->tax, line->total,
                                          money->rounding, money->handed})),
                     rowText(cells.sliced(2)));
            before = *before.plus(returned);
            payment.refundedAmount = *payment.refundedAmount.plus(money->amount);
            payment.refunded = *payment.refunded.plus(money->handed);
        }
    }

    void classesCarryTheRateThatTheTableSays_data() { addGoldenRows(u"rates.txt"_s); }
    void classesCarryTheRateThatTheTableSays()
    {
        QFETCH(GoldenCase, golden);
        const auto momentOf = [](const QString &cell) {
            return QDateTime::fromString(cell, Qt::ISODateWithMs).toMSecsSinceEpoch();
        };
        QList<TaxClassRate> classes;
        for (const QStringList &cells : std::as_const(golden.rows)) {
            if (cells.first() == "from"_L1)
                classes.append({cells[1], GoldenCells::rate(cells[3]), momentOf(cells[2])});
        }
        for (const QStringList &cells : std::as_const(golden.rows)) {
            if (cells.first() != "asked"_L1)
                continue;
            const auto rate = rateOn(classes, cells[1], momentOf(cells[2]));
            const bool isNone = cells[3] == "none"_L1;
            QVERIFY2(bool(rate) != isNone, qPrintable(rowText(cells)));
            if (isNone)
                QCOMPARE(rate.error().code, tp::ErrorCode::UnknownReference);
            else
                QCOMPARE(rate->ppm(), GoldenCells::rate(cells[3]).ppm());
        }
    }
};

TP_TEST(TestPricingGolden)
#include "tst_pricinggolden.moc"
