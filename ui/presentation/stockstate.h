// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/shopproduct.h"

#include <QMetaType>

namespace tp::ui {

/// How a tile marks what is left. Ample also stands for products whose stock nobody counts.
enum class StockState { Ample, Low, SoldOut };

/// A product that may be sold without stock is never sold out.
StockState stockStateOf(const ShopProduct &product);

} // namespace tp::ui

Q_DECLARE_METATYPE(tp::ui::StockState)
