// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/quantity.h"
#include "backend/pricing/discount.h"
#include "backend/pricing/taxrate.h"

#include <QList>

#include <optional>

namespace tp::pricing {

/// Where the half cents of tax go: each line is rounded by itself, or the lines of one rate are
/// summed, rounded once and the tax is given back to them, so that lines always add up.
enum class TaxRounding { Line, Group };

/// What a shop has decided about its prices. A copy of it is kept with each order.
struct PricingRules
{
    Currency currency; ///< Of every amount.
    TaxMode taxMode = TaxMode::Included;
    TaxRounding taxRounding = TaxRounding::Line;
    qint64 cashStepMinor =
        1; ///< The smallest coin: 5 where it is 0.05, 1 where all is paid exactly.
};

/// One line as it is entered at the till or sent by a client.
struct EnteredLine
{
    Money unitPrice; ///< Of one unit (piece, kg, l, m). 0 is a price.
    Quantity quantity;
    std::optional<Discount> discount;
    TaxRate taxRate;
};

struct EnteredOrder
{
    QList<EnteredLine> lines;
    std::optional<Discount> discount; ///< On what the lines come to after their own.
};

/// What a line costs, and of what it is made.
struct PricedLine
{
    Money subtotal;      ///< Unit price × quantity, before any discount.
    Money lineDiscount;  ///< Its own.
    Money orderDiscount; ///< Its share of the order's.
    TaxRate taxRate;
    Money tax;
    Money net;   ///< Without tax.
    Money total; ///< What the customer pays for it: net + tax, whatever the mode.

    Money discount() const; ///< Both together.

    friend bool operator==(const PricedLine &, const PricedLine &) = default;
};

/// What an order costs. Each amount is the sum of the lines' own. With tax included, total =
/// subtotal − discountTotal; with tax excluded, total = subtotal − discountTotal + taxTotal.
struct PricedOrder
{
    QList<PricedLine> lines;
    Money subtotal;
    Money discountTotal;
    Money taxTotal;
    Money total;
};

/// The one way of reckoning what an order costs: the backend prices with it, the till shows and
/// prints by it. In this order:
///
/// 1. Subtotal of a line: unit price × thousandths ÷ 1000, half up. 0.453 kg at 12.99 are 5.88.
/// 2. The line's own discount comes off: 10 % of 5.88 are 0.59, so 5.29 stay. This is its total as
///    entered.
/// 3. The order's discount is reckoned on the sum of these and spread over them by largest
///    remainder, each weighed by its total as entered, ties by the order of the lines: 1.00 off
///    10.00, 5.00 and 0.00 is 0.67, 0.33 and 0.00.
/// 4. Tax comes last, on what is left, see taxOf(): rounded per line; or per rate on the sum of its
///    lines and spread over them in the same manner, each weighed by what is left of it. Three
///    lines of 0.10 with 19 % included have 0.02 each per line, and 0.02, 0.02, 0.01 per rate (0.05
///    in 0.30).
///
/// An order without lines costs nothing. What is wrong with the entries is one InvalidBody whose
/// fields name all of it: `/lines/I/unit_price` (below zero, another currency), `/lines/I/quantity`
/// (zero or below, or the line becomes too large), `/lines/I/discount` and `/discount` (below zero,
/// or more than there is, or another currency), `/lines` (the sum is too large).
Result<PricedOrder> price(const PricingRules &rules, const EnteredOrder &order);

} // namespace tp::pricing
