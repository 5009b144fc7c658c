// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/staffpanel.h"

#include "ui/presentation/signinpresenter.h"
#include "ui/screens/signin/signintext.h"
#include "ui/screens/signin/staffgrid.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chargebutton.h"
#include "ui/widgets/keypad.h"
#include "ui/widgets/pindots.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::ui {

StaffPanel::StaffPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_grid(new StaffGrid(theme, this))
    , m_toPassword(new QPushButton(this))
    , m_signOut(new QPushButton(this))
    , m_avatar(new Avatar(theme, size::TouchMin, this))
    , m_name(new QLabel(this))
    , m_dots(new PinDots(theme, this))
    , m_notice(new InlineNotice(theme, u"pinNotice"_s, this))
    , m_pad(new KeyPad(theme, this))
    , m_enter(new ChargeButton(theme, this))
{
    setObjectName(u"staffPanel"_s);
    m_title->setObjectName(u"staffTitle"_s);
    m_title->setProperty("role", u"h1"_s);
    m_subtitle->setObjectName(u"staffSubtitle"_s);
    m_subtitle->setProperty("role", u"muted"_s);
    m_subtitle->setWordWrap(true);
    m_name->setObjectName(u"pinName"_s);
    m_name->setProperty("role", u"h2"_s);
    m_name->setWordWrap(true);
    m_avatar->setObjectName(u"pinAvatar"_s);
    m_enter->setObjectName(u"pinEnterButton"_s);
    m_enter->setFocusPolicy(Qt::TabFocus);
    m_toPassword->setObjectName(u"toPasswordButton"_s);
    m_signOut->setObjectName(u"signOutStaffButton"_s);
    for (QPushButton *link : {m_toPassword, m_signOut}) {
        link->setProperty("kind", u"link"_s);
        link->setFocusPolicy(Qt::TabFocus);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::Xxl, space::L, space::Xxl, space::Xl);
    row->setSpacing(space::Xl);
    row->addWidget(makeWho(), 1);
    row->addWidget(makePad());
    connectIntents();
    retranslate();
}

QFrame *StaffPanel::makeWho()
{
    auto *card = new QFrame(this);
    card->setObjectName(u"whoCard"_s);
    card->setProperty("kind", u"card"_s);
    m_left = new QVBoxLayout(card);
    m_left->setContentsMargins(space::Xxl, space::Xxl, space::Xxl, space::L);
    m_left->setSpacing(space::M);
    m_left->addWidget(m_title);
    m_left->addWidget(m_subtitle);
    m_left->addWidget(m_grid, 1);
    auto *links = new QHBoxLayout;
    links->addWidget(m_toPassword);
    links->addStretch();
    links->addWidget(m_signOut);
    m_left->addLayout(links);
    return card;
}

QFrame *StaffPanel::makePad()
{
    auto *card = new QFrame(this);
    card->setObjectName(u"padCard"_s);
    card->setProperty("kind", u"card"_s);
    card->setFixedWidth(size::PadWidth);
    auto *who = new QHBoxLayout;
    who->setSpacing(space::M);
    who->addWidget(m_avatar);
    who->addWidget(m_name, 1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::Xl, space::L, space::Xl, space::L);
    column->setSpacing(space::S);
    column->addLayout(who);
    column->addWidget(m_dots);
    column->addWidget(m_notice);
    column->addWidget(m_pad, 1);
    column->addWidget(m_enter);
    return card;
}

void StaffPanel::connectIntents()
{
    connect(m_grid, &StaffGrid::staffPressed, this, [this](const QString &id) {
        m_presenter.chooseStaff(id);
        takeFocus();
    });
    connect(m_pad, &KeyPad::digitPressed, &m_presenter,
            [this](int digit) { m_presenter.typeDigit(digit); });
    connect(m_pad, &KeyPad::erasePressed, &m_presenter, &SignInPresenter::eraseDigit);
    connect(m_pad, &KeyPad::clearPressed, &m_presenter, &SignInPresenter::clearPin);
    connect(m_enter, &QPushButton::clicked, &m_presenter, &SignInPresenter::submitPin);
    connect(m_toPassword, &QPushButton::clicked, &m_presenter, &SignInPresenter::goToPassword);
    connect(m_signOut, &QPushButton::clicked, &m_presenter, &SignInPresenter::signOut);
}

void StaffPanel::addBelow(QWidget *widget)
{
    m_left->insertWidget(m_left->count() - 1, widget);
}

void StaffPanel::takeFocus()
{
    m_dots->setFocus(Qt::OtherFocusReason);
}

void StaffPanel::render(const SignInState &state)
{
    m_shown = state;
    if (state.mode != SignInState::Mode::Staff)
        return;
    m_title->setText(state.lockedFor.isEmpty() ? tr("Who is it?") : tr("Locked"));
    m_subtitle->setText(state.lockedFor.isEmpty()
                            //: Of a till: "Register T1"
                            ? tr("Register %1").arg(state.registerCode)
                            : tr("%1 is signed in. The sale stays as it is.").arg(state.lockedFor));
    m_grid->showStaff(state.staff, state.chosenId);
    m_grid->setTilesEnabled(!state.isBusy);
    m_toPassword->setEnabled(!state.isBusy);
    m_signOut->setVisible(!state.lockedFor.isEmpty());
    m_signOut->setText(tr("Sign %1 out").arg(QString(state.lockedFor).replace(u'&', u"&&"_s)));
    renderPad(state);
}

void StaffPanel::renderPad(const SignInState &state)
{
    const auto chosen =
        std::find_if(state.staff.begin(), state.staff.end(), [&state](const StaffMember &one) {
            return one.id.toQString() == state.chosenId;
        });
    const bool isSomebody = chosen != state.staff.end();
    m_avatar->setVisible(isSomebody);
    m_avatar->setName(isSomebody ? chosen->name : QString());
    m_name->setText(isSomebody ? chosen->name : tr("Tap your name first"));
    m_dots->show(state.pinLength, PinEntry::DigitsMin);
    SignInText::showNotice(*m_notice, state);
    const bool canType = isSomebody && !chosen->isPinLocked && !state.isBusy;
    m_pad->setEnabled(canType);
    m_enter->setEnabled(state.canSubmitPin);
    m_enter->show(state.isBusy                ? tr("Signing in …")
                  : state.lockedFor.isEmpty() ? tr("Sign in")
                                              : tr("Unlock"),
                  state.isBusy ? QString() : tr("Enter"), {});
}

/// Whoever went to a button by keyboard means it.
void StaffPanel::enter()
{
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && button != m_enter)
        button->click();
    else
        m_presenter.submitPin();
}

/// A key of the PIN, wherever the focus is.
bool StaffPanel::typeKey(const QKeyEvent &event)
{
    if (event.isAutoRepeat())
        return true; // Holding Enter is no second try.
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return true;
    case Qt::Key_Backspace:
        m_presenter.eraseDigit();
        return true;
    case Qt::Key_Escape:
        m_presenter.clearPin();
        return true;
    default:
        break;
    }
    const QString text = event.text();
    const int digit = text.size() == 1 ? text.front().digitValue() : -1;
    if (digit < 0)
        return false;
    // By the window system's clock, which is right even when this program was busy; only events
    // that a test made have no time.
    const qint64 atMs =
        event.timestamp() != 0 ? qint64(event.timestamp()) : QDateTime::currentMSecsSinceEpoch();
    m_presenter.typeDigit(digit, atMs);
    return true;
}

void StaffPanel::keyPressEvent(QKeyEvent *event)
{
    if (typeKey(*event))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void StaffPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StaffPanel::retranslate()
{
    m_grid->setAccessibleName(tr("Staff"));
    m_toPassword->setText(tr("Use a password instead"));
    render(m_shown);
}

} // namespace tp::ui
