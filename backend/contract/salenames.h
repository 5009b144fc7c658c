// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/wirenames.h"

namespace tp::contract {

/// Where an order came from.
enum class Channel { Pos, Web };

/// How an order stands: orders/orderstate has what leads where.
enum class OrderStatus {
    Pending,
    Reserved,
    Confirmed,
    Fulfilled,
    Completed,
    Cancelled,
    Rejected,
    PartiallyReturned,
    Returned,
};

/// What somebody pays with.
enum class PaymentMethod { Cash, Card, GiftCard, StoreCredit, External };

/// How a payment stands: payments/paymentstate has what leads where.
enum class PaymentStatus {
    Pending,
    Authorized,
    Captured,
    PartiallyRefunded,
    Refunded,
    Voided,
    Failed,
    Unknown,
};

/// How a saga stands.
enum class SagaState { Running, Waiting, Compensating, Completed, Compensated, Stuck };

std::span<const WireName<Channel>> wireNames(Channel);
std::span<const WireName<OrderStatus>> wireNames(OrderStatus);
std::span<const WireName<PaymentMethod>> wireNames(PaymentMethod);
std::span<const WireName<PaymentStatus>> wireNames(PaymentStatus);
std::span<const WireName<SagaState>> wireNames(SagaState);

} // namespace tp::contract
