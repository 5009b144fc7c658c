// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"

#include <QMetaType>
#include <QStringList>

namespace tp::ui {

/// What the window shows about its backend, as one value.
struct ConnectionState
{
    enum class Phase {
        Starting, ///< The backend starts, or the server has not answered yet.
        Online,
        Lost,  ///< It was there and is not; it is looked for again by itself.
        Failed ///< It never was there; `notice` says why.
    };

    Phase phase = Phase::Starting;
    bool isDemoShop = false;
    bool isBundled = true; ///< The backend that this program starts itself.
    QString shopName;      ///< Empty while unknown.
    QString address;       ///< Of the server when not bundled, for display.
    Notice notice;         ///< Filled when Lost or Failed: the strip's text.
    QStringList log;       ///< Not empty: "Show log" makes sense.

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace tp::ui
