// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cartstate.h"

#include <QWidget>

class QPushButton;

namespace tp::ui {

class Theme;

/// What can be done with the selected line of the cart: one more, one less, another quantity, a
/// discount, away with it. A tap leaves the focus to the scan field.
class LineControls final : public QWidget
{
    Q_OBJECT

public:
    explicit LineControls(Theme &theme, QWidget *parent = nullptr);

    void show(const CartRow &row);

signals:
    void stepped(int by);
    void quantityPressed();
    void discountPressed();
    void removePressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *makeButton(const QString &name, const QString &kind);
    void renderTheme();
    void retranslate();

    Theme &m_theme;
    CartRow m_row;
    QPushButton *m_less = nullptr;
    QPushButton *m_quantity = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_discount = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace tp::ui
