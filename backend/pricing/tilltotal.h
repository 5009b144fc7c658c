// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/pricing/pricing.h"

namespace tp::pricing {

/// An order that was sold for `total`, whatever price() says, so that its lines come to just that:
/// the total is spread over them by largest remainder, each weighed by its own (alike, if all cost
/// nothing). Where less was taken, the difference is a share of the order's discount; where more
/// was, it makes the line's subtotal larger than unit price × quantity. Tax is what is contained in
/// a line's total, rounded half up per line. 13.50 sold for 12.00, in lines of 9.00 and 4.50, are
/// 8.00 and 4.00 with discounts of 1.00 and 0.50; sold for 15.00 they are 10.00 and 5.00.
///
/// The total is not below zero and in the order's currency; an order without lines costs nothing.
/// OutOfRange where a sum is too large.
Result<PricedOrder> soldFor(const PricingRules &rules, PricedOrder order, Money total);

} // namespace tp::pricing
