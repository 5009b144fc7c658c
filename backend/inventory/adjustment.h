// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/quantity.h"
#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"

#include <QString>

#include <optional>
#include <string>

namespace tp::inventory {

/// Stock changed by hand, as someone asks for it: by so much, or to what was counted.
struct Adjustment
{
    MovementId id;
    ProductId productId;
    std::optional<LocationId> locationId; ///< Nothing: the shop's default location.
    std::optional<Quantity> delta;
    std::optional<Quantity> counted;
    std::string reason; ///< As the ledger spells it: received, count, waste …
    QString note;
};

/// How an adjustment changes a level: exactly one of `delta` and `counted` is set. OutOfRange,
/// with the member named, when the level would leave its range. A level may be below zero: a sale
/// that has happened is recorded whatever the count said, and corrected later.
Result<Quantity> deltaOf(const Adjustment &adjustment, Quantity onHand);

} // namespace tp::inventory
