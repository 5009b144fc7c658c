// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/orderbody.h"

using namespace Qt::StringLiterals;

namespace tp::outbox {
namespace {

/// Parts per million in a thousandth of a per cent.
constexpr qint64 PpmInThousandth = 10;

/// What pays nothing of the order (a tender when nothing is due) is no payment.
QList<contract::NewOrderPayment> paymentsOf(const QList<ui::SoldPayment> &sold)
{
    QList<contract::NewOrderPayment> payments;
    for (const ui::SoldPayment &one : sold) {
        if (one.tender.amount.isZero())
            continue;
        contract::NewOrderPayment payment;
        payment.method = one.method;
        payment.amount = one.tender.amount;
        payment.tendered = one.tender.tendered;
        payments.append(payment);
    }
    return payments;
}

Result<QList<contract::NewOrderLine>> linesOf(const QList<ui::SoldLine> &sold)
{
    QList<contract::NewOrderLine> lines;
    for (const ui::SoldLine &one : sold) {
        TP_TRY(const auto discount, specOf(one.discount));
        lines.append({one.productId, one.quantity, one.unitPrice, discount, one.note});
    }
    return lines;
}

} // namespace

Result<std::optional<contract::DiscountSpec>>
specOf(const std::optional<pricing::Discount> &discount)
{
    using Spec = std::optional<contract::DiscountSpec>;
    if (!discount)
        return Spec();
    if (const Money *amount = std::get_if<Money>(&*discount))
        return Spec({std::nullopt, *amount});
    const qint64 ppm = std::get<pricing::PercentOff>(*discount).ppm();
    if (ppm % PpmInThousandth != 0)
        return Error{ErrorCode::OutOfRange, u"a discount has at most 3 decimals"_s, {}};
    TP_TRY(const Quantity percent, Quantity::fromThousandths(ppm / PpmInThousandth));
    return Spec({percent, std::nullopt});
}

Result<std::optional<pricing::Discount>>
discountOf(const std::optional<contract::DiscountSpec> &spec)
{
    using Discount = std::optional<pricing::Discount>;
    if (!spec)
        return Discount();
    if (spec->amount)
        return Discount(*spec->amount);
    const qint64 thousandths = spec->percent.value_or(Quantity()).thousandths();
    TP_TRY(const auto percent, pricing::PercentOff::fromPpm(thousandths * PpmInThousandth));
    return Discount(percent);
}

Result<QByteArray> orderBody(const ui::KeptSale &kept, RegisterId registerId)
{
    contract::NewOrder order;
    order.id = kept.id;
    order.channel = contract::Channel::Pos;
    order.registerId = registerId;
    order.number = kept.number;
    order.soldAt = contract::Time{kept.soldAtMs};
    order.soldBy = kept.sale.soldBy;
    order.total = kept.sale.totals.total;
    TP_TRY(order.lines, linesOf(kept.sale.lines));
    TP_TRY(order.discount, specOf(kept.sale.discount));
    order.payments = paymentsOf(kept.sale.payments);
    return QByteArray::fromStdString(contract::NewOrder::object().toJson(order));
}

} // namespace tp::outbox
