// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cartstate.h"
#include "ui/widgets/cartlinedelegate.h"

#include <QListView>

namespace tp::ui {

class LineControls;
class Theme;

/// The lines of the sale under each other, the newest in sight. In the cart the selected one is
/// larger and carries its controls; to be read back to the customer all are alike.
class CartList final : public QListView
{
    Q_OBJECT

public:
    CartList(Theme &theme, CartLineDelegate::Use use, const QString &name,
             QWidget *parent = nullptr);

    /// After the model has the rows.
    void showSelected(const QList<CartRow> &rows, int selected);

    LineControls *controls() const { return m_controls; }

    QSize minimumSizeHint() const override;

signals:
    void rowPressed(int row);
    void movePressed(int by); ///< An arrow key.

protected:
    void doItemsLayout() override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeControls();
    void retranslate();

    CartLineDelegate::Use m_use;
    int m_selected = -1;
    bool m_scrolls = false; ///< The selected line is to be brought in sight.
    LineControls *m_controls = nullptr;
};

} // namespace tp::ui
