// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/signinscreen.h"

#include "ui/presentation/signinpresenter.h"
#include "ui/screens/signin/browserpanel.h"
#include "ui/screens/signin/demostaffcard.h"
#include "ui/screens/signin/enrolpanel.h"
#include "ui/screens/signin/passwordpanel.h"
#include "ui/screens/signin/setuppanel.h"
#include "ui/screens/signin/staffpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/progressline.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

QBoxLayout *centredRow(QWidget *panel)
{
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(panel);
    row->addStretch();
    return row;
}

/// In the middle of the page, a little above it; scrolls where the room is short.
QScrollArea *centredPage(const QString &name, QLabel *logo, QBoxLayout *row)
{
    auto *content = new QWidget;
    content->setObjectName(name + u"Content"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::Xxl, space::M, space::Xxl, space::L);
    column->setSpacing(space::L);
    column->addStretch(2);
    column->addWidget(logo, 0, Qt::AlignHCenter);
    column->addLayout(row);
    column->addStretch(3);
    auto *page = new QScrollArea;
    page->setObjectName(name);
    page->setFrameShape(QFrame::NoFrame);
    page->setFocusPolicy(Qt::NoFocus);
    page->setWidgetResizable(true);
    page->viewport()->setAutoFillBackground(false);
    page->setWidget(content);
    content->setAutoFillBackground(false);
    return page;
}

} // namespace

SignInScreen::SignInScreen(Theme &theme, SignInPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_presenter(presenter)
    , m_progress(new ProgressLine(theme, this))
    , m_pages(new QStackedWidget(this))
    , m_waiting(new Placeholder(theme, Placeholder::Weight::Page, u"signInWaiting"_s))
    , m_password(new PasswordPanel(theme, presenter))
    , m_staff(new StaffPanel(theme, presenter))
    , m_setUp(new SetUpPanel(theme, presenter))
    , m_enrol(new EnrolPanel(theme, presenter.enrolment()))
    , m_browser(new BrowserPanel(theme, presenter))
{
    setObjectName(u"page"_s);
    if (!presenter.state().demoStaff.isEmpty())
        m_demo = new DemoStaffCard(theme, presenter.state().demoStaff);
    layOut();
    drawLogos();
    connect(&theme, &Theme::changed, this, &SignInScreen::drawLogos);
    if (m_demo) {
        connect(m_demo, &DemoStaffCard::personPressed, &m_presenter,
                &SignInPresenter::signInAsDemo);
    }
    connect(m_enrol, &EnrolPanel::cancelRequested, &m_presenter, &SignInPresenter::cancel);
    connect(m_waiting, &Placeholder::actionRequested, &m_presenter, &SignInPresenter::retry);
    connect(&m_presenter, &SignInPresenter::scanIgnored, this, [] { QApplication::beep(); });
    connect(&m_presenter, &SignInPresenter::stateChanged, this, &SignInScreen::render);
    render(m_presenter.state());
}

void SignInScreen::layOut()
{
    m_pages->setObjectName(u"signInPages"_s);
    m_logos = {new QLabel(this), new QLabel(this), new QLabel(this)};
    for (QLabel *logo : std::as_const(m_logos))
        logo->setObjectName(u"signInLogo"_s);

    m_passwordRow = new QHBoxLayout;
    m_passwordRow->setSpacing(space::Xl);
    m_passwordRow->addStretch();
    m_passwordRow->addWidget(m_password, 0, Qt::AlignTop);
    m_passwordRow->addStretch();
    m_passwordPage = centredPage(u"passwordPage"_s, m_logos.first(), m_passwordRow);
    m_setUpPage = centredPage(u"setUpPage"_s, m_logos.at(1), centredRow(m_setUp));
    m_enrolPage = centredPage(u"enrolPage"_s, m_logos.at(2), centredRow(m_enrol));
    QWidget *const pages[] = {m_waiting,   m_passwordPage, m_staff,
                              m_setUpPage, m_enrolPage,    m_browser};
    for (QWidget *page : pages)
        m_pages->addWidget(page);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addWidget(m_pages, 1);
}

void SignInScreen::drawLogos()
{
    for (QLabel *logo : std::as_const(m_logos)) {
        logo->setPixmap(
            m_theme.pixmap(Icon::Shop, Colour::Primary, size::IconArt, devicePixelRatioF()));
    }
}

QWidget *SignInScreen::pageOf(SignInState::Mode mode) const
{
    switch (mode) {
    case SignInState::Mode::Waiting:
        return m_waiting;
    case SignInState::Mode::SetUp:
        return m_setUpPage;
    case SignInState::Mode::Password:
        return m_passwordPage;
    case SignInState::Mode::Staff:
        return m_staff;
    case SignInState::Mode::Enrol:
        return m_enrolPage;
    case SignInState::Mode::Browser:
        return m_browser;
    }
    Q_UNREACHABLE();
}

void SignInScreen::takeFocus()
{
    switch (m_mode) {
    case SignInState::Mode::Waiting:
        setFocus(Qt::OtherFocusReason);
        return;
    case SignInState::Mode::SetUp:
        m_setUp->takeFocus();
        return;
    case SignInState::Mode::Password:
        m_password->takeFocus();
        return;
    case SignInState::Mode::Staff:
        m_staff->takeFocus();
        return;
    case SignInState::Mode::Enrol:
        m_enrol->takeFocus();
        return;
    case SignInState::Mode::Browser:
        m_browser->takeFocus();
        return;
    }
    Q_UNREACHABLE();
}

void SignInScreen::showAddress(const QString &address)
{
    m_address = address;
    render(m_presenter.state());
}

void SignInScreen::render(const SignInState &state)
{
    m_password->render(state);
    m_staff->render(state);
    m_setUp->render(state);
    m_browser->render(state);
    renderWaiting(state);
    m_progress->setRunning(state.isBusy);
    if (m_demo)
        m_demo->setRowsEnabled(!state.isBusy);
    const bool isOther = std::exchange(m_mode, state.mode) != state.mode;
    m_pages->setCurrentWidget(pageOf(state.mode));
    placeDemo(state.mode);
    if (isOther && isVisible())
        takeFocus();
}

/// Beside the form, or below the tiles.
void SignInScreen::placeDemo(SignInState::Mode mode)
{
    if (!m_demo)
        return;
    const bool isBeside = mode == SignInState::Mode::Password;
    if (isBeside && !m_passwordPage->isAncestorOf(m_demo)) {
        m_passwordRow->insertWidget(m_passwordRow->count() - 1, m_demo, 0, Qt::AlignTop);
        m_demo->show();
    } else if (mode == SignInState::Mode::Staff && !m_staff->isAncestorOf(m_demo)) {
        m_staff->addBelow(m_demo);
        m_demo->show();
    }
}

void SignInScreen::renderWaiting(const SignInState &state)
{
    if (!state.notice.isEmpty()) {
        m_waiting->setContent({.icon = Icon::Warning,
                               .title = state.notice.what,
                               .explanation = state.notice.why + u'\n' + state.notice.next,
                               .action = tr("Retry"),
                               .key = {}});
        return;
    }
    m_waiting->setContent({.icon = Icon::Shop,
                           .title = m_address.isEmpty() ? tr("Opening the shop …")
                                                        : tr("Connecting to %1 …").arg(m_address),
                           .explanation = {},
                           .action = {},
                           .key = {}});
}

void SignInScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_presenter.retranslate();
}

} // namespace tp::ui
