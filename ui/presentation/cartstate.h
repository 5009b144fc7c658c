// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace tp::ui {

/// A line of the cart as it is read.
struct CartRow
{
    QString productId;
    QString name;
    QString detail; ///< "2 × $4.20 · no mayo"
    QString amount; ///< What it costs after its own discount.
    QString quantity;
    bool canLessen = false; ///< There is one to take away and something would be left.
    bool canStep = true;    ///< Sold by the piece: + and - make sense.
    QString spoken;

    friend bool operator==(const CartRow &, const CartRow &) = default;
};

/// "Subtotal", "$25.60"
struct SumRow
{
    QString name;
    QString amount;

    friend bool operator==(const SumRow &, const SumRow &) = default;
};

/// What the cashier is asked for in the cart, in place and not in a dialog.
struct CartEntry
{
    enum class Kind { None, Quantity, LineDiscount, CartDiscount, Note };

    Kind kind = Kind::None;
    QString title;
    QString text;          ///< To begin with.
    QString unit;          ///< Behind the field: "kg".
    bool isPercent = true; ///< Of a discount; else it is an amount.
    QString currency;      ///< The other choice of a discount: "$".
    QString fault;         ///< Why it was not taken.

    friend bool operator==(const CartEntry &, const CartEntry &) = default;
};

/// Until the next line is added.
struct LastSale
{
    QString number; ///< Empty: there is none.
    QString total;
    QString change;
    bool hasChange = false;

    friend bool operator==(const LastSale &, const LastSale &) = default;
};

/// Everything that the cart shows, as one value.
struct CartState
{
    QList<CartRow> rows;
    int selected = -1;
    QString itemCount;
    QList<SumRow> sums; ///< What leads to the total; empty for an empty cart.
    QString total;      ///< Empty while the shop's currency is not known.
    bool canCharge = false;
    bool canUndo = false;
    bool canRedo = false;
    QString prefix; ///< "3 ×": so many of what comes next.
    QStringList held;
    CartEntry entry;
    LastSale lastSale;
    Notice notice;       ///< Why something was not taken, or cannot be paid.
    bool isAlarm = true; ///< Of the notice: red, else a hint.

    friend bool operator==(const CartState &, const CartState &) = default;
};

} // namespace tp::ui
