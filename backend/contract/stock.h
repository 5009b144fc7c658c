// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// What of a product is at one location.
struct LocationStock
{
    LocationId locationId;
    QString name;
    Quantity onHand;
    Quantity reserved;
    Quantity available;

    static const Object<LocationStock> &object();
    friend bool operator==(const LocationStock &, const LocationStock &) = default;
};

/// GET /api/stock/{product_id}: the sums, and what they are made of.
struct StockLevel
{
    ProductId productId;
    Quantity onHand;
    Quantity reserved;
    Quantity available;
    QList<LocationStock> locations;

    static const Object<StockLevel> &object();
    friend bool operator==(const StockLevel &, const StockLevel &) = default;
};

/// A row of GET /api/stock: a level with what one needs to know the product by.
struct StockItem
{
    ProductId productId;
    QString sku;
    QString name;
    Quantity onHand;
    Quantity reserved;
    Quantity available;
    std::optional<Quantity> lowStock;
    QList<LocationStock> locations;

    static const Object<StockItem> &object();
    friend bool operator==(const StockItem &, const StockItem &) = default;
};

} // namespace tp::contract
