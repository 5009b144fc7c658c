// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace tp::ui {

/// An amount that the customer may hand over; a tap on it completes the sale.
struct TenderTile
{
    QString amount; ///< "$30"
    QString detail; ///< "change $4.40"; for the exact amount that amount.
    bool isExact = false;

    friend bool operator==(const TenderTile &, const TenderTile &) = default;
};

/// Everything that the page shows on which one pays, besides the lines of the cart.
struct PayState
{
    enum class Phase {
        Closed,
        Open,
        Asking,    ///< So much was never handed over: `question`.
        Completing ///< On its way to the disk. Nothing can be pressed.
    };

    Phase phase = Phase::Closed;
    QString due;
    QString cashDue; ///< In coins, where that is another amount; else empty.
    QString itemCount;
    QList<TenderTile> tiles;
    QString received;
    bool isTyped = false;
    bool isEnough = true;
    QString change; ///< What goes back, or what is still missing.
    QString question;
    Notice notice;
    bool isAlarm = true; ///< Of the notice: red, else a hint.

    bool isOpen() const { return phase != Phase::Closed; }

    friend bool operator==(const PayState &, const PayState &) = default;
};

} // namespace tp::ui
