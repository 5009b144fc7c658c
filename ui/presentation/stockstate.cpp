// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/stockstate.h"

namespace tp::ui {

StockState stockStateOf(const ShopProduct &product)
{
    if (product.available <= Quantity())
        return product.whenShort == WhenShort::Allow ? StockState::Ample : StockState::SoldOut;
    if (product.lowStock && product.available <= *product.lowStock)
        return StockState::Low;
    return StockState::Ample;
}

} // namespace tp::ui
