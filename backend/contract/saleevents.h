// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/salenames.h"

namespace tp::contract {

// The data of events about sales. They hold what a screen shows, and nothing about people.

/// Without its lines: most of what is done with an order does not read them, and what of their
/// products is left the event of the stock says.
struct OrderEventData
{
    OrderId id;
    std::optional<QString> number;
    Channel channel = Channel::Pos;
    OrderStatus status = OrderStatus::Pending;
    std::optional<RegisterId> registerId;
    std::optional<QString> userId;
    std::optional<Money> total;
    std::optional<Money> paidTotal;
    std::optional<Money> refundedTotal;
    std::optional<QString> failure;
    qint64 version = 1;

    static const Object<OrderEventData> &object();
    friend bool operator==(const OrderEventData &, const OrderEventData &) = default;
};

struct PaymentEventData
{
    PaymentId id;
    OrderId orderId;
    PaymentMethod method = PaymentMethod::Cash;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<Money> amount;
    std::optional<Money> captured;
    std::optional<Money> refunded;
    std::optional<QString> failure;
    qint64 version = 1;

    static const Object<PaymentEventData> &object();
    friend bool operator==(const PaymentEventData &, const PaymentEventData &) = default;
};

/// What of a product is there, over all locations, after all that a transaction changed.
struct StockEventItem
{
    ProductId productId;
    Quantity onHand;
    Quantity reserved;
    Quantity available;

    static const Object<StockEventItem> &object();
    friend bool operator==(const StockEventItem &, const StockEventItem &) = default;
};

struct StockEventData
{
    QList<StockEventItem> items;

    static const Object<StockEventData> &object();
    friend bool operator==(const StockEventData &, const StockEventData &) = default;
};

struct StockLowEventData
{
    ProductId productId;
    QString name;
    Quantity available;
    Quantity lowStock;

    static const Object<StockLowEventData> &object();
    friend bool operator==(const StockLowEventData &, const StockLowEventData &) = default;
};

struct SagaEventData
{
    SagaId id;
    QString kind;
    OrderId orderId;
    SagaState state = SagaState::Running;
    QString step;

    static const Object<SagaEventData> &object();
    friend bool operator==(const SagaEventData &, const SagaEventData &) = default;
};

struct AttentionEventData
{
    QString kind;
    OrderId orderId;
    QString detail;

    static const Object<AttentionEventData> &object();
    friend bool operator==(const AttentionEventData &, const AttentionEventData &) = default;
};

} // namespace tp::contract
