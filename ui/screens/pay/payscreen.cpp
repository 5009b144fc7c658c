// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/pay/payscreen.h"

#include "ui/presentation/cartmodel.h"
#include "ui/presentation/paypresenter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amountpad.h"
#include "ui/widgets/cartlist.h"
#include "ui/widgets/chargebutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tenderbutton.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int TileColumns = 3;

QLabel *payLabel(const QString &name, const QString &role)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QFrame *payCard(const QString &name)
{
    auto *card = new QFrame;
    card->setObjectName(name);
    card->setProperty("kind", u"card"_s);
    return card;
}

} // namespace

PayScreen::PayScreen(Theme &theme, PayPresenter &presenter, CartModel &lines, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_presenter(presenter)
    , m_back(new QPushButton(this))
    , m_notice(new NoticeBar(theme, u"payNotice"_s, this))
    , m_dueName(payLabel(u"dueName"_s, u"muted"_s))
    , m_due(payLabel(u"dueAmount"_s, u"due"_s))
    , m_cashDue(payLabel(u"cashDue"_s, u"muted"_s))
    , m_cashTitle(payLabel(u"cashTitle"_s, u"h2"_s))
    , m_otherTitle(payLabel(u"otherTitle"_s, u"h2"_s))
    , m_terminal(new QPushButton(this))
    , m_items(payLabel(u"payItems"_s, u"h2"_s))
    , m_lines(new CartList(theme, CartLineDelegate::Use::ReadBack, u"payLines"_s))
    , m_receivedName(payLabel(u"receivedName"_s, u"muted"_s))
    , m_received(payLabel(u"receivedAmount"_s, u"received"_s))
    , m_changeName(payLabel(u"changeName"_s, u"muted"_s))
    , m_change(payLabel(u"changeAmount"_s, u"change"_s))
    , m_pad(new AmountPad(theme))
    , m_complete(new ChargeButton(theme))
{
    setObjectName(u"page"_s);
    m_complete->setObjectName(u"completeButton"_s);
    m_back->setObjectName(u"backButton"_s);
    m_back->setProperty("kind", u"quiet"_s);
    m_terminal->setObjectName(u"terminalButton"_s);
    m_terminal->setProperty("kind", u"other"_s);
    for (QPushButton *button : {m_back, m_terminal}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setIconSize({size::IconM + space::S, size::IconM});
        // From right to left Qt's style sheets would tear icon and text apart.
        button->setLayoutDirection(Qt::LeftToRight);
    }
    m_lines->setModel(&lines);
    layOut();
    connectIntents();
    renderTheme();
    retranslate();
}

void PayScreen::layOut()
{
    auto *cards = new QHBoxLayout;
    cards->setSpacing(space::Xl);
    cards->addWidget(dueCard(), 3);
    cards->addWidget(receivedCard(), 2);
    auto *top = new QHBoxLayout;
    top->addWidget(m_back);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Xxl, space::M, space::Xxl, space::Xl);
    column->setSpacing(space::M);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addLayout(cards, 1);
}

QWidget *PayScreen::dueCard()
{
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(space::M);
    for (int column = 0; column < TileColumns; ++column)
        m_tileGrid->setColumnStretch(column, 1);
    auto *others = new QHBoxLayout; // In the columns of the sums above.
    others->setSpacing(space::M);
    m_terminal->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    others->addWidget(m_terminal, 1);
    others->addWidget(new QWidget, 1);
    others->addWidget(new QWidget, 1);

    QFrame *card = payCard(u"dueCard"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::Xxl, space::Xl, space::Xxl, space::Xl);
    column->setSpacing(space::S);
    column->addWidget(m_dueName);
    column->addWidget(m_due);
    column->addWidget(m_cashDue);
    column->addSpacing(space::Xs);
    column->addWidget(m_cashTitle);
    column->addLayout(m_tileGrid);
    column->addSpacing(space::S);
    column->addWidget(m_otherTitle);
    column->addLayout(others);
    column->addSpacing(space::S);
    column->addWidget(m_items);
    column->addWidget(m_lines, 1);
    return card;
}

QWidget *PayScreen::receivedCard()
{
    QFrame *card = payCard(u"receivedCard"_s);
    auto *sums = new QGridLayout;
    sums->setColumnStretch(1, 1);
    sums->setVerticalSpacing(space::S);
    sums->addWidget(m_receivedName, 0, 0);
    sums->addWidget(m_received, 0, 1, Qt::AlignRight);
    sums->addWidget(m_changeName, 1, 0);
    sums->addWidget(m_change, 1, 1, Qt::AlignRight);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::Xl, space::Xl, space::Xl, space::Xl);
    column->setSpacing(space::M);
    column->addLayout(sums);
    column->addWidget(m_pad, 1);
    column->addWidget(m_complete);
    return card;
}

void PayScreen::connectIntents()
{
    connect(m_back, &QPushButton::clicked, &m_presenter, &PayPresenter::close);
    connect(m_terminal, &QPushButton::clicked, &m_presenter, &PayPresenter::payByTerminal);
    connect(m_complete, &QPushButton::clicked, &m_presenter, &PayPresenter::complete);
    connect(m_pad, &AmountPad::digitPressed, &m_presenter, &PayPresenter::typeDigit);
    connect(m_pad, &AmountPad::pointPressed, &m_presenter, &PayPresenter::typePoint);
    connect(m_pad, &AmountPad::erasePressed, &m_presenter, &PayPresenter::erase);
    connect(m_notice, &NoticeBar::actionRequested, &m_presenter, &PayPresenter::confirmLarge);
    connect(m_notice, &NoticeBar::moreRequested, &m_presenter, &PayPresenter::declineLarge);
    connect(&m_presenter, &PayPresenter::stateChanged, this, &PayScreen::render);
    connect(&m_theme, &Theme::changed, this, &PayScreen::renderTheme);
}

void PayScreen::takeFocus()
{
    m_complete->setFocus(Qt::OtherFocusReason);
}

KeySink::Restore PayScreen::snapshot()
{
    return m_presenter.snapshot();
}

void PayScreen::keyPressEvent(QKeyEvent *event)
{
    if (takeKey(*event))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

bool PayScreen::takeKey(const QKeyEvent &event)
{
    const QString text = event.text();
    const QChar character = text.size() == 1 ? text.at(0) : QChar();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event.isAutoRepeat())
            enter();
        return true;
    case Qt::Key_Escape:
        if (m_presenter.state().phase == PayState::Phase::Asking)
            m_presenter.declineLarge();
        else
            m_presenter.close();
        return true;
    case Qt::Key_Backspace:
        m_presenter.erase();
        return true;
    case Qt::Key_Delete:
        m_presenter.clearTyped();
        return true;
    default:
        break;
    }
    if (character.isDigit())
        m_presenter.typeDigit(character.digitValue());
    else if (character == u'.' || character == u',')
        m_presenter.typePoint();
    else
        return false;
    return true;
}

/// The button that has the focus is meant; without one, the sale is completed.
void PayScreen::enter()
{
    auto *button = qobject_cast<QAbstractButton *>(window()->focusWidget());
    if (button && isAncestorOf(button))
        button->click();
    else
        m_presenter.complete();
}

void PayScreen::render()
{
    const PayState &state = m_presenter.state();
    if (!state.isOpen())
        return; // What it was stays until the next one: nobody sees it.
    const bool isFree = state.phase == PayState::Phase::Open;
    m_due->setText(state.due);
    m_cashDue->setText(tr("In cash %1").arg(state.cashDue));
    m_cashDue->setVisible(!state.cashDue.isEmpty());
    m_items->setText(state.itemCount);
    m_received->setText(state.received);
    m_changeName->setText(state.isEnough ? tr("Change") : tr("Still missing"));
    m_change->setText(state.change);
    m_change->setProperty("role", state.isEnough ? u"change"_s : u"missing"_s);
    m_change->style()->unpolish(m_change);
    m_change->style()->polish(m_change);
    m_terminal->setEnabled(isFree);
    // A button that is switched off hands its focus on, and keys would land in the rail.
    const bool canComplete = isFree && state.isEnough;
    if (!canComplete && m_complete->hasFocus())
        setFocus(Qt::OtherFocusReason);
    m_complete->setEnabled(canComplete);
    if (canComplete && hasFocus())
        takeFocus();
    m_complete->show(tr("Complete sale"), tr("Enter"),
                     state.isEnough ? tr("change %1").arg(state.change) : QString());
    renderTiles(state);
    renderNotice(state);
}

void PayScreen::renderTiles(const PayState &state)
{
    while (m_tiles.size() < state.tiles.size()) {
        const int place = int(m_tiles.size());
        auto *tile = new TenderButton(m_theme, u"tender%1"_s.arg(place), this);
        connect(tile, &QPushButton::clicked, &m_presenter,
                [this, place] { m_presenter.payWith(place); });
        m_tileGrid->addWidget(tile, place / TileColumns, place % TileColumns);
        setTabOrder(place == 0 ? m_back : static_cast<QWidget *>(m_tiles.last()), tile);
        setTabOrder(tile, m_terminal);
        m_tiles.append(tile);
    }
    for (int place = 0; place < int(m_tiles.size()); ++place) {
        TenderButton *tile = m_tiles.at(place);
        const bool isThere = place < int(state.tiles.size());
        tile->setVisible(isThere);
        tile->setEnabled(state.phase == PayState::Phase::Open);
        if (isThere) {
            const TenderTile &shown = state.tiles.at(place);
            tile->show(shown.amount, shown.detail, shown.isExact);
        }
    }
}

void PayScreen::renderNotice(const PayState &state)
{
    NoticeBar::Notice notice;
    if (state.phase == PayState::Phase::Asking) {
        notice = {.tone = NoticeBar::Tone::Warn,
                  .icon = Icon::Warning,
                  .text = state.question,
                  .action = tr("Yes, complete"),
                  .more = tr("No, correct it")};
    } else if (!state.notice.isEmpty()) {
        //: What happened, then why and what to do: "It stopped. It may be busy."
        const QString text = tr("%1. %2").arg(
            state.notice.what, (state.notice.why + u' ' + state.notice.next).trimmed());
        notice = {.tone = state.isAlarm ? NoticeBar::Tone::Danger : NoticeBar::Tone::Info,
                  .icon = state.isAlarm ? Icon::Warning : Icon::Info,
                  .text = text,
                  .action = {},
                  .more = {}};
    }
    m_notice->setNotice(notice);
}

void PayScreen::renderTheme()
{
    m_back->setIcon(m_theme.icon(Icon::Back, Colour::Text2, size::IconM, space::S));
    m_terminal->setIcon(m_theme.icon(Icon::Card, Colour::Text2, size::IconM, space::S));
}

void PayScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PayScreen::retranslate()
{
    setAccessibleName(tr("Payment"));
    m_back->setText(tr("Back to sale"));
    m_back->setToolTip(tr("Back to the sale (Esc)"));
    m_dueName->setText(tr("To pay"));
    m_cashTitle->setText(tr("Cash received"));
    m_otherTitle->setText(tr("Other ways to pay"));
    m_terminal->setText(tr("Card terminal"));
    m_terminal->setToolTip(tr("The terminal beside the till has taken the money"));
    m_receivedName->setText(tr("Received"));
    render();
}

} // namespace tp::ui
