// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QToolButton;

namespace tp::ui {

class KeyCap;
class Theme;

/// The one field that searches and takes scans: a magnifier, the key that leads here, and a button
/// that empties it. Esc empties it too; the arrow down is handed on, so that one gets from typing
/// to the results without a Tab.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(Theme &theme, QWidget *parent = nullptr);

    /// Focus with everything selected, so that the next key starts anew.
    void takeFocus();

signals:
    void cleared();
    void downPressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void clearByHand();
    void renderTheme();
    void retranslate();

    Theme &m_theme;
    KeyCap *m_keyCap = nullptr;
    QToolButton *m_clear = nullptr;
};

} // namespace tp::ui
