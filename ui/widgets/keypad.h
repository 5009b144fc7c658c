// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace tp::ui {

class Theme;

/// Digits for a finger, in the order of a telephone, as every PIN pad has them. The keys never
/// take the keyboard's focus.
class KeyPad final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyPad(Theme &theme, QWidget *parent = nullptr);

signals:
    void digitPressed(int digit);
    void erasePressed();
    void clearPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addKey(QGridLayout &grid, int row, int column, const QString &name);
    void renderTheme();
    void retranslate();

    Theme &m_theme;
    QList<QPushButton *> m_digits; ///< 0 to 9.
    QPushButton *m_clear = nullptr;
    QPushButton *m_erase = nullptr;
};

} // namespace tp::ui
