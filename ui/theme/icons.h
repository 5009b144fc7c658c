// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPixmap>

namespace tp::ui {

/// The icons of the program itself, by what they stand for.
enum class Icon {
    Shop,
    Sell,
    Orders,
    Stock,
    Customers,
    Reports,
    Settings,
    Lock,
    Search,
    Scan,
    Plus,
    Minus,
    Trash,
    Percent,
    Note,
    Hold,
    UserPlus,
    Online,
    Offline,
    Refresh,
    Close,
    Check,
    Warning,
    Info,
    Sun,
    Moon,
    System,
    Erase,
    User,
    Key,
    Eye,
    EyeOff,
    Browser,
    Till,
    Chevron,
    Back,
    Card,
    Count
};

/// The file of an icon without its ending.
QString iconName(Icon icon);

/// True for the icons of the program and for those of goods ("coffee", "bread", ...).
bool hasIcon(const QString &name);

/// Drawn once per name, colour, size and pixel ratio and kept in QPixmapCache; `pixels` is the
/// edge on a screen at 100 %. A name that nobody drew gives the icon of goods in general.
QPixmap iconPixmap(const QString &name, const QColor &colour, int pixels, qreal ratio);
QPixmap iconPixmap(Icon icon, const QColor &colour, int pixels, qreal ratio);

} // namespace tp::ui
