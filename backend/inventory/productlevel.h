// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/quantity.h"
#include "backend/kernel/uuid.h"

#include <QString>

#include <optional>

namespace tp::inventory {

/// What of a product is there, over all locations.
struct ProductLevel
{
    ProductId productId;
    QString name;
    Quantity onHand;
    Quantity reserved;
    Quantity available;
    std::optional<Quantity> lowStock; ///< At or below this it is low.

    bool isLow() const { return lowStock && available <= *lowStock; }

    /// Whether it was not low before so much more of it became free (below zero: less).
    bool hasFallenLow(Quantity change) const
    {
        const auto before = available.minus(change);
        return isLow() && before && *before > *lowStock;
    }
};

} // namespace tp::inventory
