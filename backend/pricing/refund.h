// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/quantity.h"
#include "backend/pricing/pricing.h"

namespace tp::pricing {

/// The amounts of a line that its return reverses. Prices, discounts and rates are those of the
/// sale: nothing is reckoned anew.
struct LineAmounts
{
    Money discount; ///< The line's own and its share of the order's.
    Money tax;
    Money net;
    Money total;

    static LineAmounts of(const PricedLine &line);

    friend bool operator==(const LineAmounts &, const LineAmounts &) = default;
};

/// What `returned` units of a line give back after `before` units went back already. The first k of
/// n units are worth round(amount × k ÷ n), half up, of each amount alike; a return gives that less
/// what those before it gave. So three for 10.00 that come back one by one give 3.33, 3.34 and
/// 3.33, and whoever brings the last one back gets the remainder. The net is total − tax, so that
/// each return adds up; where a unit costs less than the smallest coin, its net may be below zero
/// by one such coin.
///
/// OutOfRange when nothing is returned or more than is left of the line.
Result<LineAmounts> refundOf(const LineAmounts &sold, Quantity quantity, Quantity before,
                             Quantity returned);

/// A payment as it stands before some of it is given back.
struct RefundablePayment
{
    Money amount;         ///< So much of its order it paid.
    Money captured;       ///< What was taken for that: amount + cash rounding.
    Money refundedAmount; ///< Of `amount`, given back before.
    Money refunded;       ///< Of `captured`, given back before.
};

/// What is given back of a payment.
struct GivenBack
{
    Money amount;   ///< Of the order's.
    Money rounding; ///< What the coins add to that or let go, a visible line of its own.
    Money handed;   ///< Changes hands: amount + rounding.

    friend bool operator==(const GivenBack &, const GivenBack &) = default;
};

/// Gives back `amount` of a payment in coins of `stepMinor`: the shop's for cash, 1 for all else.
/// Rounded is what was given back in all, not each time, so that the parts never come to more or
/// less than what was paid: 3.33, 3.34, 3.33 of 10.00 in steps of 0.05 are 3.35, 3.30, 3.35. The
/// last part is what is left of the captured amount, and no part is more: of a sale of 9.98, paid
/// with 10.00, all that comes back is 10.00.
///
/// Nothing gives back nothing. InvalidBody with `/amount` when it is below zero, more than is left
/// (both OutOfRange) or in another currency.
Result<GivenBack> giveBack(const RefundablePayment &payment, Money amount, qint64 stepMinor);

} // namespace tp::pricing
