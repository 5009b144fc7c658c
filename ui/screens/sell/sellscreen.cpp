// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/sellscreen.h"

#include "ui/presentation/cartpresenter.h"
#include "ui/presentation/paypresenter.h"
#include "ui/presentation/sellpresenter.h"
#include "ui/screens/sell/cartpanel.h"
#include "ui/screens/sell/keysheet.h"
#include "ui/screens/sell/productpages.h"
#include "ui/screens/sell/salekeys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/categorychips.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/productgrid.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statuspill.h"
#include "ui/widgets/tilegeometry.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

int cartWidth(int windowWidth)
{
    if (windowWidth < 1200)
        return size::CartNarrow;
    return windowWidth < 1600 ? size::CartMiddle : size::CartWide;
}

} // namespace

SellScreen::SellScreen(Theme &theme, const Presenters &presenters, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenters.sell)
    , m_cartPresenter(presenters.cart)
    , m_pay(presenters.pay)
    , m_search(new SearchField(theme, this))
    , m_pill(new StatusPill(theme, this))
    , m_chips(new CategoryChips(this))
    , m_progress(new ProgressLine(theme, this))
    , m_prefix(new QLabel(this))
    , m_notice(new NoticeBar(theme, u"saleNotice"_s, this))
    , m_stale(new NoticeBar(theme, u"stale"_s, this))
    , m_pages(new ProductPages(theme, this))
    , m_grid(m_pages->grid())
    , m_cart(new CartPanel(theme, presenters.cart, this))
    , m_toast(new Toast(this))
    , m_keySheet(new KeySheet(this))
    , m_keys(new SaleKeys(presenters.cart, presenters.pay, presenters.sell, *m_search, *this))
{
    setObjectName(u"page"_s);
    m_grid->setModel(m_presenter.products());
    layOut();
    connectIntents();
    connectCart();
    orderTabs();
    retranslate();
}

void SellScreen::layOut()
{
    auto *top = new QHBoxLayout;
    top->setContentsMargins(TileMargin, 0, TileMargin, 0);
    top->setSpacing(space::M);
    top->addWidget(m_search, 1);
    top->addWidget(m_prefix);
    top->addWidget(m_pill, 0, Qt::AlignVCenter);

    auto *chipRow = new QHBoxLayout;
    chipRow->setContentsMargins(TileMargin, 0, TileMargin, 0);
    chipRow->addWidget(m_chips);

    auto *shelf = new QVBoxLayout;
    shelf->setContentsMargins(space::Xl - TileMargin, space::L, space::M, 0);
    shelf->setSpacing(space::M);
    shelf->addLayout(top);
    shelf->addLayout(chipRow);
    auto *list = new QVBoxLayout;
    list->setSpacing(0);
    list->addWidget(m_progress);
    list->addWidget(m_notice);
    list->addWidget(m_stale);
    list->addWidget(m_pages, 1);
    shelf->addLayout(list, 1);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(shelf, 1);
    row->addWidget(m_cart);
    m_cart->setFixedWidth(size::CartNarrow);
    m_prefix->setObjectName(u"quantityPrefix"_s);
    m_prefix->setProperty("role", u"prefix"_s);
    m_prefix->setFixedHeight(size::TouchMin);
    m_prefix->hide();
}

void SellScreen::orderTabs()
{
    QWidget *last = m_search;
    QList<QWidget *> order{m_chips->findChild<QWidget *>(u"chipAll"_s), m_grid};
    order += m_cart->tabOrder();
    for (QWidget *next : std::as_const(order)) {
        setTabOrder(last, next);
        last = next;
    }
}

void SellScreen::connectCart()
{
    connect(&m_presenter, &SellPresenter::productChosen, &m_cartPresenter, &CartPresenter::add);
    connect(&m_presenter, &SellPresenter::barcodeUnknown, &m_cartPresenter,
            &CartPresenter::refuseBarcode);
    connect(&m_cartPresenter, &CartPresenter::stateChanged, this, &SellScreen::renderCart);
    connect(&m_cartPresenter, &CartPresenter::undoOffered, m_toast, &Toast::say);
    connect(&m_cartPresenter, &CartPresenter::alarmed, this, &QApplication::beep);
    connect(m_toast, &Toast::undoPressed, &m_cartPresenter, &CartPresenter::undo);
    connect(m_notice, &NoticeBar::actionRequested, &m_cartPresenter, &CartPresenter::dismissNotice);
    connect(m_cart, &CartPanel::chargePressed, &m_pay, &PayPresenter::open);
    connect(m_keys, &SaleKeys::recallPressed, m_cart, &CartPanel::showHeld);
    connect(m_keys, &SaleKeys::helpPressed, m_keySheet, &KeySheet::toggle);
    connect(m_keys, &SaleKeys::gridWanted, m_grid, &ProductGrid::takeFocus);
}

void SellScreen::renderCart(const CartState &cart)
{
    m_presenter.products()->setInCart(m_cartPresenter.cart().counts());
    m_prefix->setText(cart.prefix);
    m_prefix->setVisible(!cart.prefix.isEmpty());
    NoticeBar::Notice notice;
    if (!cart.notice.isEmpty()) {
        const QString after = (cart.notice.why + u' ' + cart.notice.next).trimmed();
        notice = {.tone = cart.isAlarm ? NoticeBar::Tone::Danger : NoticeBar::Tone::Info,
                  .icon = cart.isAlarm ? Icon::Warning : Icon::Info,
                  //: What happened, then why and what to do: "It stopped. It may be busy."
                  .text = tr("%1. %2").arg(cart.notice.what, after),
                  .action = cart.isAlarm ? tr("Dismiss") : QString(),
                  .more = {}};
    }
    m_notice->setNotice(notice);
    // What was asked for is answered, or its button is gone: the next key is the scan field's.
    const QWidget *focus = window()->focusWidget();
    const bool hasEntryEnded =
        m_shownEntry != CartEntry::Kind::None && cart.entry.kind == CartEntry::Kind::None;
    m_shownEntry = cart.entry.kind;
    if (isVisible() && (hasEntryEnded || !focus || !focus->isVisible()))
        m_search->setFocus(Qt::OtherFocusReason);
}

KeySink::Restore SellScreen::snapshot()
{
    return [field = QPointer<SearchField>(m_search), text = m_search->text()] {
        if (field)
            field->setText(text);
    };
}

void SellScreen::placeOverlays()
{
    const int left = isRightToLeft() ? m_cart->width() : 0;
    m_toast->place(left, width() - m_cart->width());
    m_keySheet->place(left, width() - m_cart->width());
}

void SellScreen::connectIntents()
{
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &SellPresenter::setSearchText);
    connect(m_search, &SearchField::downPressed, m_grid, &ProductGrid::takeFocus);
    connect(m_chips, &CategoryChips::categoryPressed, &m_presenter, &SellPresenter::selectCategory);
    connect(m_grid, &ProductGrid::leftUpwards, this, &SellScreen::takeFocus);
    connect(m_grid, &ProductGrid::typed, this, [this](const QString &text) {
        if (m_keys->takeCharacter(text))
            return;
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->insert(text);
    });
    connect(m_grid, &ProductGrid::productPressed, this, [this](const QModelIndex &index) {
        m_presenter.activateProduct(index.data(ProductGridModel::ProductIdRole).toString());
    });
    connect(m_pages, &ProductPages::refreshPressed, &m_presenter, &SellPresenter::refresh);
    connect(m_pages, &ProductPages::widenPressed, this, &SellScreen::noMatchAction);
    connect(m_pages, &ProductPages::retryPressed, &m_presenter, &SellPresenter::retry);
    connect(m_pages, &ProductPages::focusLeft, this, &SellScreen::takeFocus);
    connect(m_stale, &NoticeBar::actionRequested, &m_presenter, &SellPresenter::retry);
    connect(&m_presenter, &SellPresenter::stateChanged, this, &SellScreen::render);

    auto *search = new QShortcut(QKeySequence(Qt::Key_F2), this);
    connect(search, &QShortcut::activated, this, &SellScreen::takeFocus);
}

void SellScreen::takeFocus()
{
    m_search->takeFocus();
}

void SellScreen::showConnection(const ConnectionState &connection)
{
    m_connection = connection.phase;
    renderPill();
    renderStale();
}

void SellScreen::renderPill()
{
    switch (m_connection) {
    case ConnectionState::Phase::Starting:
        m_pill->show(StatusPill::Tone::Waiting, tr("Connecting"));
        return;
    case ConnectionState::Phase::Online:
        m_pill->show(StatusPill::Tone::Good, tr("Online"));
        return;
    case ConnectionState::Phase::Lost:
    case ConnectionState::Phase::Failed:
        m_pill->show(StatusPill::Tone::Bad, tr("Offline"));
        return;
    }
    Q_UNREACHABLE();
}

void SellScreen::render(const SellState &state)
{
    if (m_search->text() != state.searchText)
        m_search->setText(state.searchText);
    m_chips->showCategories(state.categories, state.selectedCategoryId);
    m_cart->showZero(state.zeroTotal);
    m_progress->setRunning(state.isLoadingMore);
    m_grid->setAccessibleDescription(state.countText);
    renderStale();
    m_pages->show(state);
}

/// Old tiles while the server is well are worth a word of their own; while it is not, the strip
/// at the top of the window has said it.
void SellScreen::renderStale()
{
    const SellState &state = m_presenter.state();
    const bool isOwn = state.isStale && m_connection == ConnectionState::Phase::Online &&
                       state.phase != SellState::Phase::Failed && !state.notice.isEmpty();
    NoticeBar::Notice notice;
    if (isOwn) {
        notice = {.tone = NoticeBar::Tone::Warn,
                  .icon = Icon::Warning,
                  .text = QStringList{state.notice.what, state.notice.why}.join(u' ').trimmed(),
                  .action = tr("Retry"),
                  .more = {}};
    }
    m_stale->setNotice(notice);
}

void SellScreen::noMatchAction()
{
    if (m_search->text().simplified().isEmpty())
        m_presenter.selectCategory({});
    clearSearch();
}

void SellScreen::clearSearch()
{
    m_search->clear();
    takeFocus();
}

void SellScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_keySheet->hide();
        m_cartPresenter.cancelEntry();
        m_cartPresenter.dismissNotice();
        clearSearch();
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SellScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_cart->setFixedWidth(cartWidth(window()->width()));
    placeOverlays();
}

void SellScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SellScreen::retranslate()
{
    renderPill();
    render(m_presenter.state());
    renderCart(m_cartPresenter.state());
}

} // namespace tp::ui
