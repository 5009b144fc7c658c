// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace tp::ui {

class Theme;

/// Digits for an amount, in the order of a calculator, with a decimal mark. The keys never take
/// the keyboard's focus.
class AmountPad final : public QWidget
{
    Q_OBJECT

public:
    explicit AmountPad(Theme &theme, QWidget *parent = nullptr);

signals:
    void digitPressed(int digit);
    void pointPressed();
    void erasePressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addKey(QGridLayout &grid, int row, int column, const QString &name);
    void renderTheme();
    void retranslate();

    Theme &m_theme;
    QList<QPushButton *> m_digits; ///< 0 to 9.
    QPushButton *m_point = nullptr;
    QPushButton *m_erase = nullptr;
};

} // namespace tp::ui
