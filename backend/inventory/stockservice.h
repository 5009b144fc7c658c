// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/inventory/stockstore.h"

namespace tp::inventory {

/// Changes stock by hand. Runs inside the unit of work that it is handed.
class StockService
{
public:
    struct Adjusted
    {
        MovementId id;
        bool isNew = true; ///< False: the same adjustment was made before, by a retry's first try.
    };

    /// Writes the movement and changes the level. `createHash` is of the body: the same id with
    /// the same body is the same movement, with another body IdTaken. InvalidBody names an unknown
    /// product or location.
    static Result<Adjusted> adjust(storage::UnitOfWork &work, const Adjustment &adjustment,
                                   const QString &actor, const std::string &createHash);

    /// Sets the level of a product at the default location to `onHand`, as an import says it;
    /// whether that changed anything.
    static Result<bool> setOnHand(storage::UnitOfWork &work, ProductId product, Quantity onHand,
                                  const QString &actor);
};

} // namespace tp::inventory
