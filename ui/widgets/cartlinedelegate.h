// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace tp::ui {

class Theme;

/// Paints a line of the cart: name and amount, and below how the amount comes about. The selected
/// one has room below for its controls. Reads the roles of CartModel.
class CartLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Use {
        Cart,    ///< One line is selected.
        ReadBack ///< All are alike, to be read to the customer.
    };

    CartLineDelegate(const Theme &theme, Use use, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool isSelected(const QModelIndex &index) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;

    const Theme &m_theme;
    Use m_use;
};

} // namespace tp::ui
