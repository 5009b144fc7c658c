// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/salenames.h"

namespace tp::contract {

/// The tax in or on a line.
struct LineTax
{
    qint64 ratePpm = 0;
    std::optional<Money> amount;

    static const Object<LineTax> &object();
    friend bool operator==(const LineTax &, const LineTax &) = default;
};

struct OrderLine
{
    OrderLineId id;
    ProductId productId;
    QString sku;
    QString name;
    Quantity quantity;
    std::optional<Money> unitPrice;
    std::optional<Money> discount;
    LineTax tax;
    std::optional<Money> total;
    QString note;

    static const Object<OrderLine> &object();
    friend bool operator==(const OrderLine &, const OrderLine &) = default;
};

/// Why an order was rejected.
struct OrderFailure
{
    QString code;
    QString detail;

    static const Object<OrderFailure> &object();
    friend bool operator==(const OrderFailure &, const OrderFailure &) = default;
};

/// An order as the backend answers it.
struct Order
{
    OrderId id;
    std::optional<QString> number;
    Channel channel = Channel::Pos;
    OrderStatus status = OrderStatus::Pending;
    std::optional<RegisterId> registerId;
    std::optional<QString> userId;
    QString userEmail;
    std::optional<CustomerId> customerId;
    QString deliveryAddress;
    QString description;
    QList<OrderLine> lines;
    std::optional<Money> subtotal;
    std::optional<Money> discountTotal;
    std::optional<Money> taxTotal;
    std::optional<Money> total;
    std::optional<Money> rounding;
    std::optional<Money> paidTotal;
    std::optional<Money> refundedTotal;
    std::optional<Money> changeDue;
    QList<PaymentId> payments;
    std::optional<SagaId> sagaId;
    std::optional<OrderFailure> failure;
    std::optional<Money> expectedTotal;
    qint64 version = 0;
    std::optional<Time> soldAt;
    Time createdAt;
    Time updatedAt;

    static const Object<Order> &object();
    friend bool operator==(const Order &, const Order &) = default;
};

/// A row of an order's story.
struct TimelineEntry
{
    Time at;
    QString what;
    QString text;
    std::optional<QString> actor;

    static const Object<TimelineEntry> &object();
    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

} // namespace tp::contract
