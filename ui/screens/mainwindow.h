// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "ui/presentation/connectionstate.h"
#include "ui/presentation/notice.h"
#include "ui/presentation/paystate.h"
#include "ui/presentation/sessionstate.h"
#include "ui/presentation/tillstate.h"
#include "ui/widgets/noticebar.h"

#include <QWidget>

class QShortcut;
class QStackedWidget;
class QToolButton;

namespace tp::ui {

class AppearanceTool;
class CartPresenter;
class ConnectionPresenter;
class KeepingPresenter;
class LogWindow;
class NavRail;
class PayPresenter;
class PayScreen;
class Placeholder;
class ScanWatch;
class SellPresenter;
class SellScreen;
class SessionPresenter;
class SignInPresenter;
class SignInScreen;
class Theme;
class TillPresenter;
class WaitingPresenter;

/// The frame around the screens: the rail at the side, the strips that tell of trouble at the top.
/// The rail shows the screens that exist and that whoever is signed in may use. While nobody is,
/// or the till is locked, the page to sign in covers all of it.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    /// All of them must outlive the window.
    struct Presenters
    {
        SellPresenter &sell;
        CartPresenter &cart;
        PayPresenter &pay;
        ConnectionPresenter &connection;
        SessionPresenter &session;
        TillPresenter &till;
        KeepingPresenter &keeping;
        WaitingPresenter &waiting;
        SignInPresenter &signIn;
    };

    /// The clock is asked when keys came, where the window system does not say.
    MainWindow(Theme &theme, const Presenters &presenters, const Clock &clock,
               QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void addScreens();
    void connectPresenters();
    void render(const ConnectionState &state);
    void renderSession(const SessionState &session);
    void renderNoScreen(const SessionState &session);
    void renderTill();
    void renderKeeping();
    void renderWaiting();
    NoticeBar::Notice troubleOf(const ConnectionState &state) const;
    NoticeBar::Notice offerOf(const TillState &till) const;
    void showScreen(int place);
    void renderPay(const PayState &pay);
    void takeScan(const QString &code);
    void takeFocus();
    void showLog();
    void closePopups();
    void retranslate();

    Presenters m_presenters;
    NoticeBar *m_connectionBar = nullptr;
    NoticeBar *m_demoBar = nullptr;
    NoticeBar *m_tillBar = nullptr;
    NoticeBar *m_keepingBar = nullptr;
    NoticeBar *m_waitingBar = nullptr;
    QStackedWidget *m_pages = nullptr; ///< The shop, or the page to sign in.
    QWidget *m_shop = nullptr;
    NavRail *m_rail = nullptr;
    QStackedWidget *m_screens = nullptr;
    SellScreen *m_sell = nullptr;
    PayScreen *m_pay = nullptr;
    ScanWatch *m_scans = nullptr;
    Placeholder *m_noScreen = nullptr;
    SignInScreen *m_signIn = nullptr;
    QToolButton *m_sellItem = nullptr;
    QToolButton *m_lockItem = nullptr;
    QShortcut *m_toSell = nullptr;
    AppearanceTool *m_appearance = nullptr;
    LogWindow *m_log = nullptr;
};

} // namespace tp::ui
