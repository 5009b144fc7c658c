// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/signinstate.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tp::ui {

class Avatar;
class ChargeButton;
class InlineNotice;
class KeyPad;
class PinDots;
class SignInPresenter;
class StaffGrid;
class Theme;

/// A till: who is it, and their PIN, by finger or by keyboard. Digits, Backspace, Esc and Enter
/// work wherever the focus is on the page.
class StaffPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The presenter must outlive it.
    StaffPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent = nullptr);

    void render(const SignInState &state);
    void takeFocus();

    /// Below the tiles.
    void addBelow(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QFrame *makeWho();
    QFrame *makePad();
    void connectIntents();
    void renderPad(const SignInState &state);
    void enter();
    bool typeKey(const QKeyEvent &event);
    void retranslate();

    SignInPresenter &m_presenter;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    StaffGrid *m_grid = nullptr;
    QPushButton *m_toPassword = nullptr;
    QPushButton *m_signOut = nullptr;
    QVBoxLayout *m_left = nullptr;
    Avatar *m_avatar = nullptr;
    QLabel *m_name = nullptr;
    PinDots *m_dots = nullptr;
    InlineNotice *m_notice = nullptr;
    KeyPad *m_pad = nullptr;
    ChargeButton *m_enter = nullptr;
    SignInState m_shown;
};

} // namespace tp::ui
