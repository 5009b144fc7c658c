// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QToolButton;

namespace tp::ui {

class Theme;

/// A password that one may look at while typing it, because a wrong one costs a try.
class PasswordEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordEdit(Theme &theme, QWidget *parent = nullptr);

    QToolButton *revealButton() const { return m_reveal; } ///< For the way of the Tab key.

    /// Empty and hidden again.
    void forget();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();

    Theme &m_theme;
    QToolButton *m_reveal = nullptr;
};

} // namespace tp::ui
