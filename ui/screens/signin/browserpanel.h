// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/signinstate.h"

#include <QWidget>

class QPushButton;

namespace tp::ui {

class Placeholder;
class SignInPresenter;
class Theme;

/// While somebody signs in elsewhere: their browser has the word, and one can come back.
class BrowserPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The presenter must outlive it.
    BrowserPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent = nullptr);

    void render(const SignInState &state);
    void takeFocus();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SignInPresenter &m_presenter;
    Placeholder *m_text = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_cancel = nullptr;
    SignInState m_shown;
};

} // namespace tp::ui
