// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/salenames.h"

namespace tp::contract {

/// So many per cent off, or an amount.
struct DiscountSpec
{
    std::optional<Quantity> percent; ///< Thousandths of a per cent.
    std::optional<Money> amount;

    static const Object<DiscountSpec> &object();
    friend bool operator==(const DiscountSpec &, const DiscountSpec &) = default;
};

struct NewOrderLine
{
    ProductId productId;
    Quantity quantity;
    std::optional<Money> unitPrice; ///< Needs prices.override.
    std::optional<DiscountSpec> discount;
    QString note;

    static const Object<NewOrderLine> &object();
    friend bool operator==(const NewOrderLine &, const NewOrderLine &) = default;
};

struct NewOrderPayment
{
    PaymentMethod method = PaymentMethod::Cash;
    std::optional<Money> amount;   ///< Left out: what is due.
    std::optional<Money> tendered; ///< Left out: the amount.
    std::optional<QString> gateway;
    std::optional<QString> token;
    std::optional<QString> reference;

    static const Object<NewOrderPayment> &object();
    friend bool operator==(const NewOrderPayment &, const NewOrderPayment &) = default;
};

/// The body of POST /orders. With sold_at, sold_by, number and total it is a sale that has
/// happened.
struct NewOrder
{
    std::optional<OrderId> id;
    Channel channel = Channel::Pos;
    std::optional<RegisterId> registerId;
    std::optional<QString> number;
    std::optional<Time> soldAt;
    std::optional<UserId> soldBy;
    std::optional<Money> total;
    std::optional<CustomerId> customerId;
    QString userEmail;
    QString deliveryAddress;
    QString description;
    QList<NewOrderLine> lines;
    std::optional<DiscountSpec> discount;
    QList<NewOrderPayment> payments;

    static const Object<NewOrder> &object();
};

/// What of an order may change.
struct ChangeOrderLine
{
    OrderLineId id;
    QString note;

    static const Object<ChangeOrderLine> &object();
    friend bool operator==(const ChangeOrderLine &, const ChangeOrderLine &) = default;
};

struct ChangeOrder
{
    ReadOnlyMembers readOnly;
    Change<QString> deliveryAddress;
    Change<QString> description;
    Change<std::optional<CustomerId>> customerId;
    Change<QList<ChangeOrderLine>> lines;

    static const Object<ChangeOrder> &object();
};

} // namespace tp::contract
