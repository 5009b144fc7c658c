// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/mainwindow.h"

#include "ui/presentation/cartpresenter.h"
#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/keepingpresenter.h"
#include "ui/presentation/paypresenter.h"
#include "ui/presentation/roletext.h"
#include "ui/presentation/sellpresenter.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/tillpresenter.h"
#include "ui/presentation/waitingpresenter.h"
#include "ui/screens/activitywatch.h"
#include "ui/screens/appearancetool.h"
#include "ui/screens/logwindow.h"
#include "ui/screens/pay/payscreen.h"
#include "ui/screens/scanwatch.h"
#include "ui/screens/sell/sellscreen.h"
#include "ui/screens/signin/signinscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/placeholder.h"

#include <QApplication>
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

/// What people are called across a counter.
QString firstNameOf(const QString &name)
{
    return name.simplified().section(u' ', 0, 0);
}

} // namespace

MainWindow::MainWindow(Theme &theme, const Presenters &presenters, const Clock &clock,
                       QWidget *parent)
    : QWidget(parent)
    , m_presenters(presenters)
    , m_connectionBar(new NoticeBar(theme, u"connection"_s, this))
    , m_demoBar(new NoticeBar(theme, u"demo"_s, this))
    , m_tillBar(new NoticeBar(theme, u"till"_s, this))
    , m_keepingBar(new NoticeBar(theme, u"keeping"_s, this))
    , m_waitingBar(new NoticeBar(theme, u"waiting"_s, this))
    , m_pages(new QStackedWidget(this))
    , m_shop(new QWidget)
    , m_rail(new NavRail(theme, m_shop))
    , m_screens(new QStackedWidget(m_shop))
    , m_sell(new SellScreen(theme, {presenters.sell, presenters.cart, presenters.pay}))
    , m_pay(new PayScreen(theme, presenters.pay, *presenters.cart.rows()))
    , m_scans(new ScanWatch(
          clock, [&sell = presenters.sell](const QString &code) { return sell.isBarcode(code); },
          *this))
    , m_noScreen(new Placeholder(theme, Placeholder::Weight::Page, u"noScreen"_s))
    , m_signIn(new SignInScreen(theme, presenters.signIn))
    , m_appearance(new AppearanceTool(theme, *m_rail))
{
    setObjectName(u"shell"_s);
    setAttribute(Qt::WA_StyledBackground);
    setWindowIcon(theme.icon(Icon::Shop, Colour::Primary, size::IconPlaceholder));
    resize(FirstSize);
    layOut();
    addScreens();
    new FocusRing(theme, *this);
    new ActivityWatch(presenters.session, this);
    connectPresenters();
    retranslate();
}

void MainWindow::layOut()
{
    m_shop->setObjectName(u"shop"_s);
    m_screens->setObjectName(u"screens"_s);
    auto *body = new QHBoxLayout(m_shop);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addWidget(m_screens, 1);

    m_pages->setObjectName(u"pages"_s);
    m_pages->addWidget(m_signIn);
    m_pages->addWidget(m_shop);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (NoticeBar *bar : {m_connectionBar, m_waitingBar, m_demoBar, m_tillBar, m_keepingBar})
        column->addWidget(bar);
    column->addWidget(m_pages, 1);
}

void MainWindow::addScreens()
{
    m_screens->addWidget(m_sell);
    m_screens->addWidget(m_noScreen);
    m_screens->addWidget(m_pay);
    m_sellItem = m_rail->addScreen(Icon::Sell, u"sellItem"_s);
    m_lockItem = m_rail->addTool(Icon::Lock, u"lockItem"_s);
    connect(m_rail, &NavRail::screenPressed, this, &MainWindow::showScreen);
    connect(m_lockItem, &QToolButton::clicked, &m_presenters.session, &SessionPresenter::lock);
    connect(m_noScreen, &Placeholder::actionRequested, &m_presenters.session,
            &SessionPresenter::lock);
    // Of the shop: behind the lock they are no shortcuts.
    m_toSell = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_1), m_shop);
    connect(m_toSell, &QShortcut::activated, m_sellItem, &QToolButton::click);
    auto *lock = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), m_shop);
    connect(lock, &QShortcut::activated, &m_presenters.session, &SessionPresenter::lock);

    setTabOrder(m_sell, m_sellItem);
    setTabOrder(m_sellItem, m_appearance->button());
    setTabOrder(m_appearance->button(), m_lockItem);
}

void MainWindow::connectPresenters()
{
    connect(m_connectionBar, &NoticeBar::actionRequested, &m_presenters.connection,
            &ConnectionPresenter::retryNow);
    connect(m_connectionBar, &NoticeBar::moreRequested, this, &MainWindow::showLog);
    connect(m_tillBar, &NoticeBar::actionRequested, &m_presenters.till, &TillPresenter::claim);
    connect(m_tillBar, &NoticeBar::moreRequested, &m_presenters.till, &TillPresenter::declineOffer);
    connect(m_keepingBar, &NoticeBar::actionRequested, &m_presenters.keeping,
            &KeepingPresenter::confirm);
    connect(&m_presenters.pay, &PayPresenter::stateChanged, this, &MainWindow::renderPay);
    connect(&m_presenters.pay, &PayPresenter::alarmed, this, &QApplication::beep);
    connect(m_scans, &ScanWatch::scanned, this, &MainWindow::takeScan);
    connect(&m_presenters.connection, &ConnectionPresenter::stateChanged, this,
            &MainWindow::render);
    connect(&m_presenters.session, &SessionPresenter::stateChanged, this,
            &MainWindow::renderSession);
    connect(&m_presenters.till, &TillPresenter::stateChanged, this, &MainWindow::renderTill);
    connect(&m_presenters.keeping, &KeepingPresenter::noticeChanged, this,
            &MainWindow::renderKeeping);
    connect(&m_presenters.waiting, &WaitingPresenter::noticeChanged, this,
            &MainWindow::renderWaiting);
}

void MainWindow::showScreen(int place)
{
    m_presenters.pay.close(); // The sale is as it was.
    m_screens->setCurrentIndex(place);
    takeFocus();
}

void MainWindow::takeFocus()
{
    if (m_pages->currentWidget() == m_signIn)
        m_signIn->takeFocus();
    else if (m_screens->currentWidget() == m_sell)
        m_sell->takeFocus();
    else if (m_screens->currentWidget() == m_pay)
        m_pay->takeFocus();
    else
        m_lockItem->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    activateWindow(); // A till may run without a window manager that would do it.
    takeFocus();
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
    m_signIn->showAddress(state.isBundled ? QString() : state.address);
}

void MainWindow::renderSession(const SessionState &session)
{
    const bool isOpen = session.isSignedIn();
    const bool isOther = (m_pages->currentWidget() == m_shop) != isOpen;
    if (!isOpen)
        closePopups();
    const bool maySell = session.may(Permission::OrdersCreate);
    m_sellItem->setVisible(maySell);
    m_toSell->setEnabled(maySell);
    m_scans->setWatching(isOpen && maySell);
    if (maySell)
        renderPay(m_presenters.pay.state());
    else
        m_screens->setCurrentWidget(m_noScreen);
    renderNoScreen(session);
    m_pages->setCurrentWidget(isOpen ? m_shop : static_cast<QWidget *>(m_signIn));

    const QString name = session.user.name;
    m_lockItem->setText(m_lockItem->fontMetrics().elidedText(
        firstNameOf(name).replace(u'&', u"&&"_s), Qt::ElideRight, size::Rail - 3 * space::S));
    m_lockItem->setAccessibleName(tr("Lock (%1)").arg(name));
    m_lockItem->setToolTip(tr("Lock (%1), Ctrl+L").arg(name));
    renderTill();
    if (isOther && isVisible())
        takeFocus();
}

/// Of the two pages of a sale the one that it is on.
void MainWindow::renderPay(const PayState &pay)
{
    QWidget *page = pay.isOpen() ? static_cast<QWidget *>(m_pay) : m_sell;
    if (m_screens->currentWidget() == page)
        return;
    m_screens->setCurrentWidget(page);
    if (isVisible() && m_presenters.session.state().isSignedIn())
        takeFocus();
}

void MainWindow::takeScan(const QString &code)
{
    if (m_presenters.pay.state().isOpen())
        m_presenters.pay.refuseScan();
    else
        m_presenters.sell.scan(code);
}

void MainWindow::renderNoScreen(const SessionState &session)
{
    if (!session.isSignedIn())
        return;
    const QString elsewhere = RoleText::elsewhere(session.user.permissions);
    m_noScreen->setContent(
        {.icon = Icon::User,
         .title = tr("Hello %1").arg(firstNameOf(session.user.name)),
         .explanation =
             elsewhere.isEmpty()
                 ? tr("Your role has nothing to do at a till. If that is wrong, ask a manager.")
                 : tr("Your role does not sell at a till. It looks after: %1.\nThe screens for "
                      "that come to this program one by one; none of them is here yet.")
                       .arg(elsewhere),
         .action = tr("Switch user"),
         .key = {}});
}

NoticeBar::Notice MainWindow::offerOf(const TillState &till) const
{
    if (!till.offer || !m_presenters.session.state().isSignedIn())
        return {};
    const bool hasFailed = !till.notice.isEmpty();
    const QString make = tr("Make it %1").arg(till.offer->code);
    NoticeBar::Notice notice{.tone = hasFailed ? NoticeBar::Tone::Warn : NoticeBar::Tone::Info,
                             .icon = Icon::Till,
                             .text = tr("This computer is not a till yet."),
                             .action = make,
                             .more = tr("Not now")};
    if (hasFailed)
        notice.text = tr("%1. %2").arg(till.notice.what, till.notice.next);
    if (till.isClaiming) {
        notice.text = tr("Making this computer the till of register %1 …").arg(till.offer->code);
        notice.action.clear();
        notice.more.clear();
    }
    return notice;
}

void MainWindow::renderTill()
{
    m_tillBar->setNotice(offerOf(m_presenters.till.state()));
    renderKeeping();
}

void MainWindow::renderKeeping()
{
    const Notice &words = m_presenters.keeping.notice();
    NoticeBar::Notice notice;
    // One question at a time: the strips must leave room for the shop.
    if (!words.isEmpty() && m_tillBar->notice().text.isEmpty()) {
        const QString after = (words.why + u' ' + words.next).simplified();
        notice = {.tone = NoticeBar::Tone::Info,
                  .icon = Icon::Key,
                  .text = tr("%1. %2").arg(words.what, after),
                  .action = tr("Understood"),
                  .more = {}};
    }
    m_keepingBar->setNotice(notice);
}

void MainWindow::renderWaiting()
{
    const Notice &words = m_presenters.waiting.notice();
    NoticeBar::Notice notice;
    if (!words.isEmpty()) {
        const bool isRefused = m_presenters.waiting.isRefused();
        notice = {.tone = isRefused ? NoticeBar::Tone::Danger : NoticeBar::Tone::Warn,
                  .icon = isRefused ? Icon::Warning : Icon::Info,
                  .text = tr("%1. %2").arg(words.what, words.next),
                  .action = {},
                  .more = {}};
    }
    m_waitingBar->setNotice(notice);
}

void MainWindow::showLog()
{
    if (!m_log)
        m_log = new LogWindow(this);
    m_log->showLines(m_presenters.connection.state().log);
}

/// A menu that was open would lie over the lock, and take its keys.
void MainWindow::closePopups()
{
    if (m_log)
        m_log->hide();
    while (QWidget *popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            return;
    }
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
    m_presenters.keeping.retranslate();
    m_presenters.waiting.retranslate();
    m_presenters.cart.retranslate();
    m_presenters.pay.retranslate();
    render(m_presenters.connection.state());
    renderSession(m_presenters.session.state());
}

} // namespace tp::ui
