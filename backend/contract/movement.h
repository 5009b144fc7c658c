// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/units.h"

namespace tp::contract {

/// A row of the stock ledger.
struct Movement
{
    MovementId id;
    ProductId productId;
    LocationId locationId;
    Quantity delta;
    Quantity onHandAfter; ///< At that location.
    MovementReason reason = MovementReason::Other;
    QString note;
    std::optional<QString> actor; ///< Who did it, by id.
    Time createdAt;

    static const Object<Movement> &object();
    friend bool operator==(const Movement &, const Movement &) = default;
};

/// The body of POST /api/stock/adjustments: delta or counted, exactly one.
struct NewAdjustment
{
    std::optional<MovementId> id;
    ProductId productId;
    std::optional<LocationId> locationId; ///< Left out: the shop's first location.
    std::optional<Quantity> delta;        ///< Never 0.
    std::optional<Quantity> counted;      ///< 0 or more.
    AdjustmentReason reason = AdjustmentReason::Other;
    QString note;

    static const Object<NewAdjustment> &object();
    friend bool operator==(const NewAdjustment &, const NewAdjustment &) = default;
};

} // namespace tp::contract
