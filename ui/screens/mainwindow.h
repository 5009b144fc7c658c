// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/connectionstate.h"
#include "ui/widgets/noticebar.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace tp::ui {

class AppearanceTool;
class ConnectionPresenter;
class LogWindow;
class NavRail;
class SellPresenter;
class SellScreen;
class Theme;

/// The frame around the screens: the rail at the side, the strip that tells of trouble at the top.
/// The rail shows the screens that exist.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    /// Theme and presenters must outlive the window.
    MainWindow(Theme &theme, SellPresenter &sell, ConnectionPresenter &connection,
               QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void addScreens();
    void render(const ConnectionState &state);
    NoticeBar::Notice troubleOf(const ConnectionState &state) const;
    void showScreen(int place);
    void showLog();
    void retranslate();

    ConnectionPresenter &m_connection;
    NoticeBar *m_connectionBar = nullptr;
    NoticeBar *m_demoBar = nullptr;
    NavRail *m_rail = nullptr;
    QStackedWidget *m_screens = nullptr;
    SellScreen *m_sell = nullptr;
    QToolButton *m_sellItem = nullptr;
    AppearanceTool *m_appearance = nullptr;
    LogWindow *m_log = nullptr;
};

} // namespace tp::ui
