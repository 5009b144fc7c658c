// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QRectF>

#include <algorithm>

namespace tp::ui {

/// The room around each tile inside its cell; two of them make the gap between tiles.
constexpr int TileMargin = 6;

inline int tileColumns(int availableWidth)
{
    return std::max(1, availableWidth / (size::TileWidthMin + TileMargin));
}

/// Cells share the width that there is, so that no strip is left at the right.
inline QSize tileCell(int availableWidth)
{
    return {std::max(1, availableWidth / tileColumns(availableWidth)), size::Tile};
}

inline QRectF tileInCell(const QRectF &cell)
{
    return cell.adjusted(TileMargin, TileMargin, -TileMargin, -TileMargin);
}

} // namespace tp::ui
