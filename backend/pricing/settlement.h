// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/pricing/pricing.h"

#include <QList>

#include <optional>

namespace tp::pricing {

/// Cash is counted in coins: it is rounded, and gives change. Nothing else does either.
enum class TenderKind { Cash, NotCash };

/// One way in which an order is paid, as the till or a client says it.
struct Tender
{
    TenderKind kind = TenderKind::Cash;
    std::optional<Money> amount;   ///< Of the order. Left out: what is due when its turn comes.
    std::optional<Money> tendered; ///< What is handed over. Left out: exactly what is taken.
};

/// What one tender comes to.
struct SettledTender
{
    Money amount;   ///< So much of the order it pays.
    Money rounding; ///< What the coins add to that (above zero) or let go (below).
    Money tendered;
    Money change; ///< Goes back at once: tendered − taken().

    /// What stays in the drawer, or is captured: amount + rounding.
    Money taken() const { return *amount.plus(rounding); }

    friend bool operator==(const SettledTender &, const SettledTender &) = default;
};

/// What all tenders come to.
struct Settlement
{
    QList<SettledTender> tenders;
    Money rounding; ///< The order's visible line of cash rounding.
    Money paid;     ///< The sum of what is taken. Once nothing is due: total + rounding.
    Money change;
    Money due; ///< Of the order, still to be paid.
};

/// An amount in coins of `stepMinor`, half up: 12.37 in steps of 0.05 is 12.35. OutOfRange only at
/// the very end of the range. A step below 1 is a bug in the caller.
Result<Money> inCoins(Money amount, qint64 stepMinor);

/// Pays `total` (or what is left of it, not below zero) with the tenders, one after another. A cash
/// tender that pays all that is left is rounded to coins; total and tax stay as they are. So 12.37
/// with steps of 0.05, 7.00 by card and the rest in cash with a note of 10.00, is: rounding −0.02,
/// 5.35 taken in cash, 4.65 change, 12.35 paid. A cash amount may also be said as it is rounded
/// (5.35). A tender that pays less leaves the rest due; it is in whole coins. Where nothing is due,
/// a tender pays nothing.
///
/// What cannot be is one InvalidBody whose fields name it: `/payments/I/amount` (not above zero,
/// more than is due, not in coins) and `/payments/I/tendered` (less than is taken, or not cash and
/// another amount); CurrencyMismatch for either. The first faulty tender ends it, because what
/// those behind it pay hangs on it.
Result<Settlement> settle(const PricingRules &rules, Money total, const QList<Tender> &tenders);

} // namespace tp::pricing
