// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QGridLayout;

namespace tp::ui {

/// What the keys do on the Sell screen, over its products. F1 brings it and takes it away, as do
/// Esc and a click on it; everything else goes on under it.
class KeySheet final : public QFrame
{
    Q_OBJECT

public:
    explicit KeySheet(QWidget *parent);

    void toggle();

    /// In the middle of this width of the parent.
    void place(int left, int width);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void settle();

    QGridLayout *m_grid = nullptr;
    int m_left = 0;
    int m_width = 0;
};

} // namespace tp::ui
