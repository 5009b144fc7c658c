// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/kernel/quantity.h"
#include "backend/kernel/uuid.h"
#include "backend/orders/orderstate.h"
#include "backend/pricing/pricing.h"

#include <QList>
#include <QString>

#include <optional>
#include <string>

namespace tp::orders {

/// A product as it was sold: names, prices and tax are copies, so that a receipt says for ever what
/// it said.
struct OrderLine
{
    OrderLineId id;
    ProductId productId;
    QString sku;
    QString name;
    Quantity quantity;
    Money unitPrice;
    Money discount; ///< Its own and its share of the order's.
    qint64 taxRatePpm = 0;
    Money tax;
    Money net;
    Money total;
    Quantity returned; ///< So much of it came back.
    QString note;
};

/// Why a saga could not.
struct OrderFailure
{
    std::string code;
    QString detail;
};

/// An order.
struct Order
{
    /// Costs nothing yet, in that currency.
    explicit Order(Currency currency)
        : rules{currency}
        , subtotal(Money::zero(currency))
        , discountTotal(subtotal)
        , taxTotal(subtotal)
        , total(subtotal)
        , rounding(subtotal)
        , paidTotal(subtotal)
        , refundedTotal(subtotal)
        , changeDue(subtotal)
    {}

    OrderId id;
    std::optional<QString> number;
    bool isWeb = false;
    OrderState state = OrderState::Pending;
    std::optional<RegisterId> registerId;
    QString userId; ///< Who placed it: a user or till; empty: the command line.
    std::optional<UserId> soldBy;
    QString userEmail;
    std::optional<CustomerId> customerId;
    QString deliveryAddress;
    QString description;
    pricing::PricingRules rules; ///< As they were when it was priced.
    QList<OrderLine> lines;
    Money subtotal;
    Money discountTotal;
    Money taxTotal;
    Money total;
    std::optional<Money> expectedTotal;
    Money rounding;
    Money paidTotal;
    Money refundedTotal;
    Money changeDue;
    std::optional<SagaId> sagaId;
    std::optional<OrderFailure> failure;
    qint64 version = 1;
    std::optional<qint64> soldAtMs;

    /// A sale that has happened: recorded as it was, and never refused.
    bool hasHappened() const { return soldAtMs.has_value(); }
};

} // namespace tp::orders
