// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/inventory/reservation.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

namespace tp::inventory {

/// Promises goods to orders, lets them go, and takes them off the shelf. Everything at the shop's
/// default location.
class ReservationService
{
public:
    /// How long goods are held for an order that is not paid.
    static constexpr qint64 HeldMs = 15 * 60 * 1000;

    /// All of it or nothing: OutOfStock, with the product's name. Products that may be sold short
    /// are held all the same; those are told.
    static Result<QList<Shortage>> reserve(storage::UnitOfWork &work, OrderId order,
                                           const QList<Wanted> &lines);

    /// What is held for the order can be sold to others again. Done twice, it does nothing.
    static Result<void> release(storage::UnitOfWork &work, OrderId order);

    /// Releases what was held for longer than HeldMs, a bounded part of it at a time: a sale that
    /// still comes to its end takes its goods all the same.
    static Result<void> releaseExpired(storage::UnitOfWork &work);

    /// What is held leaves the shelf, with a row of the ledger each. What that was.
    static Result<QList<Wanted>> take(storage::UnitOfWork &work, OrderId order,
                                      const QString &actor);

    /// reserve() and take() in one, for a sale that is over within the unit of work: nobody could
    /// see what it holds.
    static Result<QList<Shortage>> takeAtOnce(storage::UnitOfWork &work, OrderId order,
                                              const QList<Wanted> &lines, const QString &actor);

    /// Goods that are gone already, whatever the count says; those of which there is less than
    /// nothing are told.
    static Result<QList<Shortage>> takeWhatIsGone(storage::UnitOfWork &work, OrderId order,
                                                  const QList<Wanted> &lines, const QString &actor);

    /// Goods come back and can be sold again.
    static Result<void> restock(storage::UnitOfWork &work, OrderId order,
                                const QList<Wanted> &lines, const QString &actor);
};

} // namespace tp::inventory
