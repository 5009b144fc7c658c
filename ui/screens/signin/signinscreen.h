// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/signinstate.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace tp::ui {

class BrowserPanel;
class DemoStaffCard;
class EnrolPanel;
class PasswordPanel;
class Placeholder;
class ProgressLine;
class SetUpPanel;
class SignInPresenter;
class StaffPanel;
class Theme;

/// The page over the whole window on which one signs in, unlocks or sets up a fresh shop. Nothing
/// of the shop is behind it: while it is shown, no key and no scan goes anywhere else.
class SignInScreen final : public QWidget
{
    Q_OBJECT

public:
    /// The presenter must outlive the screen.
    SignInScreen(Theme &theme, SignInPresenter &presenter, QWidget *parent = nullptr);

    /// Where a server is waited for, for the words of that.
    void showAddress(const QString &address);

    void takeFocus();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void drawLogos();
    void render(const SignInState &state);
    void renderWaiting(const SignInState &state);
    QWidget *pageOf(SignInState::Mode mode) const;
    void placeDemo(SignInState::Mode mode);

    Theme &m_theme;
    SignInPresenter &m_presenter;
    QString m_address;
    ProgressLine *m_progress = nullptr;
    QList<QLabel *> m_logos;
    QStackedWidget *m_pages = nullptr;
    QScrollArea *m_passwordPage = nullptr;
    QScrollArea *m_setUpPage = nullptr;
    QScrollArea *m_enrolPage = nullptr;
    QBoxLayout *m_passwordRow = nullptr;
    Placeholder *m_waiting = nullptr;
    PasswordPanel *m_password = nullptr;
    StaffPanel *m_staff = nullptr;
    SetUpPanel *m_setUp = nullptr;
    EnrolPanel *m_enrol = nullptr;
    BrowserPanel *m_browser = nullptr;
    DemoStaffCard *m_demo = nullptr;
    SignInState::Mode m_mode = SignInState::Mode::Waiting;
};

} // namespace tp::ui
