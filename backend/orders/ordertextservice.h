// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/kernel/result.h"
#include "backend/orders/order.h"
#include "backend/storage/unitofwork.h"

namespace tp::orders {

/// What people may change of an order; what is left out stays.
struct OrderTexts
{
    struct Note
    {
        OrderLineId line;
        QString text;
    };

    std::optional<QString> deliveryAddress;
    std::optional<QString> description;
    std::optional<std::optional<CustomerId>> customerId;
    QList<Note> notes;
};

/// Changes what is written on an order.
class OrderTextService
{
public:
    /// Held against others until the unit of work ends; NotFound.
    static Result<Order> found(storage::UnitOfWork &work, OrderId id);

    /// For an order that found() holds. InvalidBody for a line that is another order's;
    /// IllegalTransition for somebody who may do it only while the order is pending.
    static Result<void> change(storage::UnitOfWork &work, Order order, const OrderTexts &texts,
                               bool isPendingOnly, const Origin &origin);
};

} // namespace tp::orders
