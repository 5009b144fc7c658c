// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace tp::ui {

class ProductTileDelegate;
class Theme;

/// The wall of product tiles. Rows of cells of one size, so that a hundred thousand products are
/// laid out in milliseconds; it scrolls by touch, wheel and keys.
class ProductGrid final : public QListView
{
    Q_OBJECT

public:
    explicit ProductGrid(Theme &theme, QWidget *parent = nullptr);

    /// Focus on the tile that had it last, else on the first.
    void takeFocus();

    QSize minimumSizeHint() const override;

signals:
    /// Tapped, or Enter or Space on it.
    void productPressed(const QModelIndex &index);

    /// The arrow up on the first row: the way back to where one came from.
    void leftUpwards();

    /// Letters and digits are not the grid's: they belong to the search field.
    void typed(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitCells();
    void retranslate();

    Theme &m_theme;
    ProductTileDelegate *m_delegate = nullptr;
};

} // namespace tp::ui
