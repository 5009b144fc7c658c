// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cart.h"
#include "ui/presentation/cartstate.h"
#include "ui/presentation/shoptext.h"

namespace tp::ui {

// What a cashier types into the cart's fields, read. InvalidText and OutOfRange say that it means
// nothing or too much.

/// Whole numbers for what is sold by the piece.
Result<Quantity> readLineQuantity(const QString &text, Unit unit, const ShopText &words);

/// "10" and "10%" are per cent, or an amount if `isPercent` is false and no % is written. Nothing
/// and 0: no discount.
Result<std::optional<pricing::Discount>> readDiscount(const QString &text, bool isPercent,
                                                      Currency currency, const ShopText &words);

/// What the cart asks for, with what stands there now. `weighed`: a product that is not in the cart
/// yet and waits for its quantity; else it is about the selected line.
CartEntry entryFor(CartEntry::Kind kind, const Cart &cart, const ProductRef &weighed,
                   const ShopText &words);

/// The cart once the answer is in it.
Result<Cart> withEntry(const Cart &cart, const CartEntry &entry, const ProductRef &weighed,
                       const QString &text, const ShopText &words);

/// "3*": so many of what comes next. Nothing if it is another text.
std::optional<Quantity> readPrefix(const QString &text, const ShopText &words);

} // namespace tp::ui
