// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/wirenames.h"

namespace tp::contract {

/// What happened. Stored and told by name: add one, never change one.
enum class EventType {
    ProductCreated,
    ProductChanged,
    ProductArchived,
    ProductDeleted,
    ProductsImported,
    CategoryCreated,
    CategoryChanged,
    CategoryDeleted,
    LocationCreated,
    StockChanged,
    StockLow,
    OrderPlaced,
    OrderChanged,
    OrderReserved,
    OrderReleased,
    OrderConfirmed,
    OrderRejected,
    OrderCancelled,
    OrderFulfilled,
    OrderCompleted,
    OrderPartiallyReturned,
    OrderReturned,
    PaymentCreated,
    PaymentChanged,
    PaymentAuthorized,
    PaymentCaptured,
    PaymentPartiallyRefunded,
    PaymentRefunded,
    PaymentVoided,
    PaymentFailed,
    PaymentUnknown,
    SagaStuck,
    SagaEnded,
    AttentionRaised,
    SettingsChanged,
    RegisterCreated,
    RegisterChanged,
    RegisterClaimed,
    UserCreated,
    UserChanged,
    Count
};

/// "order.confirmed".
std::span<const WireName<EventType>> wireNames(EventType);

} // namespace tp::contract
