// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace tp::ui {

/// A top-level category as a chip over the grid.
struct CategoryChip
{
    QString id;
    QString name;

    friend bool operator==(const CategoryChip &, const CategoryChip &) = default;
};

/// Everything that the Sell screen shows besides its tiles, as one value. The view renders it and
/// keeps nothing.
struct SellState
{
    enum class Phase {
        Starting,  ///< The backend is not there yet.
        Loading,   ///< The first products are on their way; skeletons after 150 ms.
        Ready,     ///< Tiles, perhaps old ones: then `isStale`, and `notice` says why.
        EmptyShop, ///< There is no product at all.
        NoMatch,   ///< None that fits `searchText` in the chosen category.
        Failed     ///< Nothing to show; `notice` says why.
    };

    Phase phase = Phase::Starting;
    QString searchText;
    QList<CategoryChip> categories; ///< Without "All", which the view puts first.
    QString selectedCategoryId;     ///< Empty: all.
    int shownCount = 0;
    int totalCount = 0;         ///< Loaded so far.
    QString countText;          ///< "64 products", of those shown.
    bool isLoadingMore = false; ///< A thin bar: pages, a refresh or the server's search run.
    bool isStale = false;       ///< Kept rows; the server is not reachable.
    Notice notice;
    QString zeroTotal; ///< "$0.00", empty while the currency is unknown.

    friend bool operator==(const SellState &, const SellState &) = default;
};

} // namespace tp::ui
