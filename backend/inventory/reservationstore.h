// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/inventory/reservation.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

namespace tp::inventory {

/// The SQL of goods that are promised to orders, and of taking them.
class ReservationStore
{
public:
    /// Holds so much against others, if it is there; false, and nothing done, if not.
    static Result<bool> hold(storage::UnitOfWork &work, const Wanted &wanted, LocationId location);
    /// Also if it is not there.
    static Result<void> holdAnyway(storage::UnitOfWork &work, const Wanted &wanted,
                                   LocationId location);

    static Result<void> insert(storage::UnitOfWork &work, OrderId order, const Wanted &wanted,
                               LocationId location, qint64 expiresAtMs);

    struct Held
    {
        Wanted wanted;
        LocationId location;
    };
    /// What is held for an order, in the order of products. It is not held any more.
    static Result<QList<Held>> letGo(storage::UnitOfWork &work, OrderId order);

    /// Orders for which something was held for too long: of the oldest rows, `max` at most.
    static Result<QList<OrderId>> expired(storage::UnitOfWork &work, int max);

    /// Goods that were held leave the shelf.
    static Result<void> takeHeld(storage::UnitOfWork &work, const Held &held);
    /// Goods that nobody holds do, if they are there; false, and nothing done, if not.
    static Result<bool> takeFree(storage::UnitOfWork &work, const Wanted &wanted,
                                 LocationId location);
    static Result<void> putBack(storage::UnitOfWork &work, const Held &held);

    /// Goods leave or come back, whatever is there; what is there afterwards.
    static Result<Quantity> change(storage::UnitOfWork &work, const Wanted &delta,
                                   LocationId location);

    struct Policy
    {
        QString name;
        bool isRefusedWhenShort = true;
        Quantity available;
    };
    /// How a product behaves when it is short, and how much of it is free; nothing for one that is
    /// not in the catalogue any more.
    static Result<std::optional<Policy>> policyOf(storage::UnitOfWork &work, ProductId product);
};

} // namespace tp::inventory
