// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/outbox.h"
#include "backend/orders/order.h"

#include <string_view>

namespace tp::orders {

/// Tells everybody who listens what became of an order. Of what one unit of work does to it only
/// the last is told.
class OrderEvents
{
public:
    static void tell(storage::UnitOfWork &work, const Order &order, contract::EventType type);

    /// That of the state that it has reached.
    static void tellState(storage::UnitOfWork &work, const Order &order);

    /// A row of the list of what a person should look at.
    static Result<void> callForAttention(storage::UnitOfWork &work, std::string_view kind,
                                         OrderId order, const QString &detail);
};

} // namespace tp::orders
