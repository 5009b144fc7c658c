// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace tp::ui {

class Theme;

/// Paints a product as a tile: art on the colour of its category, name on two lines, price, what
/// is left, how many are in the cart. Reads the roles of ProductGridModel.
class ProductTileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ProductTileDelegate(const Theme &theme, QObject *parent = nullptr);

    void setCell(const QSize &cell) { m_cell = cell; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintArt(QPainter &painter, const QRectF &tile, const QModelIndex &index,
                  bool isHovered) const;
    void paintName(QPainter &painter, const QRectF &tile, const QModelIndex &index,
                   Qt::LayoutDirection direction) const;
    void paintPrice(QPainter &painter, const QRectF &tile, const QModelIndex &index,
                    Qt::LayoutDirection direction) const;
    void paintInCart(QPainter &painter, const QRectF &tile, int count,
                     Qt::LayoutDirection direction) const;

    const Theme &m_theme;
    QSize m_cell;
};

} // namespace tp::ui
