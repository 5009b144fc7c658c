// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cart.h"
#include "ui/presentation/saleport.h"
#include "ui/presentation/salerules.h"

namespace tp::ui {

/// What the cart costs at that moment by the shop's rules. While those are not known, lines cost
/// what they do without a word about tax: to be shown, not to be paid.
///
/// What price() refuses, UnknownReference for a product of a tax class without a rate, and
/// CurrencyMismatch for an empty cart of a shop that is not known.
Result<pricing::PricedOrder> pricedCart(const Cart &cart, const std::optional<SaleRules> &rules,
                                        qint64 atMs);

/// The lines as they are sold and kept.
QList<SoldLine> soldLines(const Cart &cart, const pricing::PricedOrder &totals);

} // namespace tp::ui
