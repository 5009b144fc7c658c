// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/units.h"
#include "backend/kernel/money.h"
#include "backend/kernel/quantity.h"
#include "backend/kernel/uuid.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace tp::ui {

/// What happens when more is asked for than there is.
using contract::Unit; ///< What it is sold by.
using contract::WhenShort;

/// A product as the till shows and finds it: less than the contract's, because a till holds
/// thousands of them.
struct ShopProduct
{
    ProductId id;
    QString sku;
    QString name;
    Money price;
    std::optional<CategoryId> categoryId;
    QStringList barcodes;
    QString icon;     ///< Name of one of our icons; empty or unknown means the general one.
    QString imageUrl; ///< Empty without a picture.
    Quantity available;
    std::optional<Quantity> lowStock; ///< From here on there is little left.
    WhenShort whenShort = WhenShort::Refuse;
    Unit unit = Unit::Each;
    QString taxClass = QStringLiteral("standard"); ///< Which of the shop's rates it carries.

    friend bool operator==(const ShopProduct &, const ShopProduct &) = default;
};

/// Rows, index and catalogue share one product instead of copying it.
using ProductRef = std::shared_ptr<const ShopProduct>;

/// A branch of the shop's shelves.
struct ShopCategory
{
    CategoryId id;
    QString name;
    std::optional<CategoryId> parentId;
    qint64 position = 0;

    friend bool operator==(const ShopCategory &, const ShopCategory &) = default;
};

} // namespace tp::ui
