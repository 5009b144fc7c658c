// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/outbox.h"
#include "backend/inventory/productlevel.h"

#include <QList>

namespace tp::inventory {

/// Tells everybody who listens what is there after a change.
class StockEvents
{
public:
    /// `cause`: the order or the movement.
    static Result<void> tellLevels(storage::UnitOfWork &work, const std::string &cause,
                                   const QList<ProductLevel> &levels);
    static Result<void> tellLow(storage::UnitOfWork &work, const ProductLevel &level);

    static Result<void> tellLocation(storage::UnitOfWork &work, LocationId id, const QString &name);
};

} // namespace tp::inventory
