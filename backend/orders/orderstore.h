// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/orders/order.h"
#include "backend/storage/unitofwork.h"

namespace tp::orders {

/// The SQL that changes orders.
class OrderStore
{
public:
    /// With its lines. NumberTaken.
    static Result<void> insert(storage::UnitOfWork &work, const Order &order,
                               const std::string &createHash);

    static Result<std::optional<std::string>> createHashOf(storage::Session &session, OrderId id);

    /// With its lines; NotFound.
    static Result<Order> find(storage::Session &session, OrderId id);

    /// From now on nobody else changes it until the unit of work ends; NotFound.
    static Result<Order> locked(storage::UnitOfWork &work, OrderId id);
    /// The same without the lines, which most of what is done with an order does not touch.
    static Result<Order> lockedHead(storage::UnitOfWork &work, OrderId id);

    /// Whether something is being done with it, be it by a person.
    static Result<bool> isBusy(storage::Session &session, OrderId id);

    /// State, number, money and failure, and the version. NumberTaken.
    static Result<void> update(storage::UnitOfWork &work, const Order &order);

    /// What people may change of it, and the version.
    static Result<void> updateTexts(storage::UnitOfWork &work, const Order &order);
    static Result<void> setNote(storage::UnitOfWork &work, OrderLineId line, const QString &note);
    static Result<void> setReturned(storage::UnitOfWork &work, const OrderLine &line);

    /// A row of the order's story: a word for programs, a sentence for people.
    static Result<void> tell(storage::UnitOfWork &work, OrderId order, std::string_view what,
                             const QString &text, const QString &actor);

    /// The next number of a series. Whoever takes it holds the series until the commit, so that a
    /// number is never lost.
    static Result<qint64> takeNumber(storage::UnitOfWork &work, std::string_view series);

    /// A thing that a person should look at.
    static Result<void> callForAttention(storage::UnitOfWork &work, std::string_view kind,
                                         OrderId order, const QString &detail);
};

} // namespace tp::orders
