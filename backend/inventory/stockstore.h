// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/inventory/adjustment.h"
#include "backend/inventory/productlevel.h"
#include "backend/inventory/reservation.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>

namespace tp::inventory {

/// One row of the ledger.
struct MovementRow
{
    MovementId id;
    ProductId productId;
    LocationId locationId;
    Quantity delta;
    Quantity onHandAfter; ///< For begin() and move(); record() reads it.
    std::string reason;
    QString note;
    QString actor;
    std::string createHash;
    qint64 createdAtMs = 0;
};

/// The SQL that changes stock: balances by product and location, and the ledger that they follow.
class StockStore
{
public:
    /// Whether the catalogue has that product.
    static Result<bool> knowsProduct(storage::UnitOfWork &work, ProductId product);
    static Result<bool> knowsLocation(storage::UnitOfWork &work, LocationId location);

    static Result<LocationId> defaultLocation(storage::UnitOfWork &work);

    /// What is there, from now on held against others until the unit of work ends.
    static Result<Quantity> lockedBalance(storage::UnitOfWork &work, ProductId product,
                                          LocationId location);

    /// The first balance of a product at a location, with the ledger's row; false, and nothing
    /// done, when there is one already.
    static Result<bool> begin(storage::UnitOfWork &work, const MovementRow &movement);

    /// Changes the balance and writes the ledger's row.
    static Result<void> move(storage::UnitOfWork &work, const MovementRow &movement);

    /// The hash of the body that made a movement; nothing when there is none of that id.
    static Result<std::optional<std::string>> createHashOf(storage::UnitOfWork &work,
                                                           MovementId id);

    /// What is there of these, with what was changed in this unit of work.
    static Result<QList<ProductLevel>> levels(storage::UnitOfWork &work,
                                              const QList<Wanted> &products);

    /// The ledger's row for a balance that was changed already.
    static Result<void> record(storage::UnitOfWork &work, const MovementRow &movement);
};

} // namespace tp::inventory
