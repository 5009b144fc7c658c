// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/mainwindow.h"

#include "ui/presentation/connectionpresenter.h"
#include "ui/screens/appearancetool.h"
#include "ui/screens/logwindow.h"
#include "ui/screens/sell/sellscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/navrail.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr QSize FirstSize{1366, 768};

} // namespace

MainWindow::MainWindow(Theme &theme, SellPresenter &sell, ConnectionPresenter &connection,
                       QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_connectionBar(new NoticeBar(theme, u"connection"_s, this))
    , m_demoBar(new NoticeBar(theme, u"demo"_s, this))
    , m_rail(new NavRail(theme, this))
    , m_screens(new QStackedWidget(this))
    , m_sell(new SellScreen(theme, sell))
    , m_appearance(new AppearanceTool(theme, *m_rail))
{
    setObjectName(u"shell"_s);
    setAttribute(Qt::WA_StyledBackground);
    setWindowIcon(theme.icon(Icon::Shop, Colour::Primary, size::IconPlaceholder));
    resize(FirstSize);
    layOut();
    addScreens();
    new FocusRing(theme, *this);

    connect(m_connectionBar, &NoticeBar::actionRequested, &m_connection,
            &ConnectionPresenter::retryNow);
    connect(m_connectionBar, &NoticeBar::moreRequested, this, &MainWindow::showLog);
    connect(&m_connection, &ConnectionPresenter::stateChanged, this, &MainWindow::render);
    retranslate();
}

void MainWindow::layOut()
{
    m_screens->setObjectName(u"screens"_s);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addWidget(m_screens, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_connectionBar);
    column->addWidget(m_demoBar);
    column->addLayout(body, 1);
}

void MainWindow::addScreens()
{
    m_screens->addWidget(m_sell);
    m_sellItem = m_rail->addScreen(Icon::Sell, u"sellItem"_s);
    connect(m_rail, &NavRail::screenPressed, this, &MainWindow::showScreen);
    auto *toSell = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_1), this);
    connect(toSell, &QShortcut::activated, m_sellItem, &QToolButton::click);

    setTabOrder(m_sell, m_sellItem);
    setTabOrder(m_sellItem, m_appearance->button());
}

void MainWindow::showScreen(int place)
{
    m_screens->setCurrentIndex(place);
    if (m_screens->currentWidget() == m_sell)
        m_sell->takeFocus();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    activateWindow(); // A till may run without a window manager that would do it.
    m_sell->takeFocus();
}

NoticeBar::Notice MainWindow::troubleOf(const ConnectionState &state) const
{
    const QString log = state.log.isEmpty() ? QString() : tr("Show log");
    const QString after = (state.notice.why + u' ' + state.notice.next).simplified();
    switch (state.phase) {
    case ConnectionState::Phase::Starting:
    case ConnectionState::Phase::Online:
        return {};
    case ConnectionState::Phase::Lost:
        return {.tone = NoticeBar::Tone::Warn,
                .icon = Icon::Offline,
                .text =
                    after.isEmpty()
                        ? state.notice.what
                        //: What happened, then why and what to do: "It stopped. It may be busy."
                        : tr("%1. %2").arg(state.notice.what, after),
                .action = tr("Retry now"),
                .more = log};
    case ConnectionState::Phase::Failed:
        // There is nothing to show yet, so the screen has the room to say why.
        return {.tone = NoticeBar::Tone::Danger,
                .icon = Icon::Warning,
                .text = state.notice.what,
                .action = tr("Retry now"),
                .more = log};
    }
    Q_UNREACHABLE();
}

void MainWindow::render(const ConnectionState &state)
{
    m_connectionBar->setNotice(troubleOf(state));

    NoticeBar::Notice demo;
    if (state.isDemoShop)
        demo.text = tr("Demo shop: look around and try things, nothing here is real.");
    m_demoBar->setNotice(demo);

    setWindowTitle(state.shopName.isEmpty() ? u"Tradepost"_s
                                            //: The title of the window: shop, program
                                            : tr("%1 – Tradepost").arg(state.shopName));
    m_sell->showConnection(state);
}

void MainWindow::showLog()
{
    if (!m_log)
        m_log = new LogWindow(this);
    m_log->showLines(m_connection.state().log);
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    m_rail->setAccessibleName(tr("Screens"));
    m_sellItem->setText(tr("Sell"));
    m_sellItem->setAccessibleName(tr("Sell"));
    m_sellItem->setToolTip(tr("Sell (Ctrl+1)"));
    m_appearance->retranslate();
    render(m_connection.state());
}

} // namespace tp::ui
