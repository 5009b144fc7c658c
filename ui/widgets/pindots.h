// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace tp::ui {

class Theme;

/// How many digits of a PIN have been typed, as dots; never which. Takes the keyboard's focus and
/// leaves the keys to its parent.
class PinDots final : public QWidget
{
    Q_OBJECT

public:
    explicit PinDots(Theme &theme, QWidget *parent = nullptr);

    /// `lengthMin` places are drawn even when empty.
    void show(int length, int lengthMin);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Theme &m_theme;
    int m_length = 0;
    int m_lengthMin = 0;
};

} // namespace tp::ui
