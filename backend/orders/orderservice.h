// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/kernel/result.h"
#include "backend/orders/order.h"
#include "backend/storage/unitofwork.h"

namespace tp::orders {

/// What one can do with an order that exists: each verb is one row of its state table, one row of
/// its story and one version. Payments and stock are other slices' business; whoever calls this has
/// seen to them, in the same unit of work.
class OrderService
{
public:
    /// A new one, pending. IdTaken when the id names another; false when it is the same again.
    static Result<bool> place(storage::UnitOfWork &work, const Order &order,
                              const std::string &createHash, const Origin &origin);

    static Result<void> reserve(storage::UnitOfWork &work, Order &order, const Origin &origin);
    static Result<void> release(storage::UnitOfWork &work, Order &order, const Origin &origin);

    /// What was taken for it, with the rounding of cash and the change that goes back.
    struct Paid
    {
        Money paid;
        Money rounding;
        Money change;
    };
    static Result<void> notePaid(storage::UnitOfWork &work, Order &order, const Paid &paid);

    /// With its number: the one that a till gave it, or the next of the series.
    static Result<void> confirm(storage::UnitOfWork &work, Order &order, const QString &series,
                                const Origin &origin);
    static Result<void> reject(storage::UnitOfWork &work, Order &order, const OrderFailure &failure,
                               const Origin &origin);
    static Result<void> cancel(storage::UnitOfWork &work, Order &order, const Origin &origin);

    /// IllegalTransition where a saga is at it, be it a person's turn.
    static Result<void> checkIdle(storage::UnitOfWork &work, OrderId order);

    /// IllegalTransition where it is not there yet, or beyond, or something else is being done.
    static Result<void> fulfil(storage::UnitOfWork &work, Order &order, const Origin &origin);
    static Result<void> complete(storage::UnitOfWork &work, Order &order, const Origin &origin);

    /// `refunded` changed hands. `why` is for people. What was taken for an order that was never
    /// paid, and could not be given back then, is not in its totals.
    static Result<void> noteRefund(storage::UnitOfWork &work, Order &order, Money refunded,
                                   const QString &why, const Origin &origin);

    /// So much of a line came back.
    struct Returned
    {
        OrderLineId line;
        Quantity quantity;
    };
    /// At least one line; no more of any than is left.
    static Result<void> takeBack(storage::UnitOfWork &work, Order &order,
                                 const QList<Returned> &lines, const QString &why,
                                 const Origin &origin);

    /// What is odd about it a person sees.
    static Result<void> callForAttention(storage::UnitOfWork &work, OrderId order,
                                         std::string_view kind, const QString &detail);

private:
    static Result<void> move(storage::UnitOfWork &work, Order &order, OrderEvent event,
                             std::string_view what, const QString &text, const Origin &origin);
};

/// "T1-000123".
QString numberText(const QString &series, qint64 number);

} // namespace tp::orders
