// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/tilltotal.h"

namespace tp::pricing {

namespace {

/// What each line is sold for.
Result<QList<Money>> shares(const PricedOrder &order, Money total)
{
    QList<qint64> weights;
    for (const PricedLine &line : order.lines)
        weights.append(order.total.isZero() ? 1 : line.total.minor());
    return total.allocate(weights);
}

Result<void> sell(const PricingRules &rules, PricedLine &line, Money total)
{
    line.total = total;
    line.tax = taxOf(total, line.taxRate, TaxMode::Included);
    line.net = *total.minus(line.tax);
    const Money entered = rules.taxMode == TaxMode::Included ? line.total : line.net;
    TP_TRY(const Money before, line.subtotal.minus(line.discount()));
    TP_TRY(const Money more, entered.minus(before));
    if (more.isNegative()) {
        TP_TRY(line.orderDiscount, line.orderDiscount.minus(more));
    } else {
        TP_TRY(line.subtotal, line.subtotal.plus(more));
    }
    return {};
}

} // namespace

Result<PricedOrder> soldFor(const PricingRules &rules, PricedOrder order, Money total)
{
    Q_ASSERT(total.currency() == rules.currency);
    Q_ASSERT(!total.isNegative());
    if (order.lines.isEmpty())
        return order;
    TP_TRY(const auto totals, shares(order, total));
    order.subtotal = order.discountTotal = order.taxTotal = Money::zero(rules.currency);
    order.total = total;
    for (qsizetype i = 0; i < order.lines.size(); ++i) {
        PricedLine &line = order.lines[i];
        TP_CHECK(sell(rules, line, totals.at(i)));
        TP_TRY(order.subtotal, order.subtotal.plus(line.subtotal));
        TP_TRY(order.discountTotal, order.discountTotal.plus(line.discount()));
        TP_TRY(order.taxTotal, order.taxTotal.plus(line.tax));
    }
    return order;
}

} // namespace tp::pricing
