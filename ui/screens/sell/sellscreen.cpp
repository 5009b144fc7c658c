// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/sellscreen.h"

#include "ui/presentation/sellpresenter.h"
#include "ui/screens/sell/cartpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/categorychips.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/productgrid.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/skeletontiles.h"
#include "ui/widgets/statuspill.h"
#include "ui/widgets/tilegeometry.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int QuotedLengthMax = 40;

/// Someone may have pasted a page into the search field.
QString quotable(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= QuotedLengthMax ? line : line.left(QuotedLengthMax) + u'…';
}

QString sentences(const QString &one, const QString &two)
{
    return one.isEmpty() || two.isEmpty() ? one + two : one + u'\n' + two;
}

int cartWidth(int windowWidth)
{
    if (windowWidth < 1200)
        return size::CartNarrow;
    return windowWidth < 1600 ? size::CartMiddle : size::CartWide;
}

} // namespace

SellScreen::SellScreen(Theme &theme, SellPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_search(new SearchField(theme, this))
    , m_pill(new StatusPill(theme, this))
    , m_chips(new CategoryChips(this))
    , m_progress(new ProgressLine(theme, this))
    , m_stale(new NoticeBar(theme, u"stale"_s, this))
    , m_pages(new QStackedWidget(this))
    , m_blank(new QWidget)
    , m_skeletons(new SkeletonTiles(theme))
    , m_grid(new ProductGrid(theme))
    , m_emptyShop(new Placeholder(theme, Placeholder::Weight::Page, u"emptyShop"_s))
    , m_noMatch(new Placeholder(theme, Placeholder::Weight::Page, u"noMatch"_s))
    , m_failed(new Placeholder(theme, Placeholder::Weight::Page, u"loadFailed"_s))
    , m_cart(new CartPanel(theme, this))
{
    setObjectName(u"page"_s);
    m_grid->setModel(presenter.products());
    m_skeletonDelay.setSingleShot(true);
    m_skeletonDelay.setInterval(SkeletonDelayMs);
    layOut();
    connectIntents();
    retranslate();
}

void SellScreen::layOut()
{
    m_pages->setObjectName(u"productPages"_s);
    for (QWidget *page : {m_blank, static_cast<QWidget *>(m_skeletons),
                          static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_emptyShop),
                          static_cast<QWidget *>(m_noMatch), static_cast<QWidget *>(m_failed)})
        m_pages->addWidget(page);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(TileMargin, 0, TileMargin, 0);
    top->setSpacing(space::M);
    top->addWidget(m_search, 1);
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
    list->addWidget(m_stale);
    list->addWidget(m_pages, 1);
    shelf->addLayout(list, 1);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(shelf, 1);
    row->addWidget(m_cart);
    m_cart->setFixedWidth(size::CartNarrow);

    setTabOrder(m_search, m_chips->findChild<QWidget *>(u"chipAll"_s));
    setTabOrder(m_chips->findChild<QWidget *>(u"chipAll"_s), m_grid);
}

void SellScreen::connectIntents()
{
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &SellPresenter::setSearchText);
    connect(m_search, &QLineEdit::returnPressed, &m_presenter, &SellPresenter::submitSearch);
    connect(m_search, &SearchField::downPressed, m_grid, &ProductGrid::takeFocus);
    connect(m_chips, &CategoryChips::categoryPressed, &m_presenter, &SellPresenter::selectCategory);
    connect(m_grid, &ProductGrid::leftUpwards, this, &SellScreen::takeFocus);
    connect(m_grid, &ProductGrid::typed, this, [this](const QString &text) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->insert(text);
    });
    connect(m_grid, &ProductGrid::productPressed, this, [this](const QModelIndex &index) {
        m_presenter.activateProduct(index.data(ProductGridModel::ProductIdRole).toString());
    });
    connect(m_emptyShop, &Placeholder::actionRequested, &m_presenter, &SellPresenter::refresh);
    connect(m_noMatch, &Placeholder::actionRequested, this, &SellScreen::noMatchAction);
    connect(m_failed, &Placeholder::actionRequested, &m_presenter, &SellPresenter::retry);
    connect(m_stale, &NoticeBar::actionRequested, &m_presenter, &SellPresenter::retry);
    connect(&m_skeletonDelay, &QTimer::timeout, this, [this] { showPage(m_skeletons); });
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
    m_cart->showTotal(state.zeroTotal);
    m_progress->setRunning(state.isLoadingMore);
    m_grid->setAccessibleDescription(state.countText);
    renderStale();
    renderPhase(state);
}

void SellScreen::renderPhase(const SellState &state)
{
    const bool isWaiting =
        state.phase == SellState::Phase::Starting || state.phase == SellState::Phase::Loading;
    if (!isWaiting)
        m_skeletonDelay.stop();
    switch (state.phase) {
    case SellState::Phase::Starting:
    case SellState::Phase::Loading:
        waitWithSkeletons();
        return;
    case SellState::Phase::Ready:
        showPage(m_grid);
        return;
    case SellState::Phase::EmptyShop:
        showPage(m_emptyShop);
        return;
    case SellState::Phase::NoMatch:
        renderNoMatch(state);
        showPage(m_noMatch);
        return;
    case SellState::Phase::Failed:
        renderFailure(state);
        showPage(m_failed);
        return;
    }
    Q_UNREACHABLE();
}

void SellScreen::waitWithSkeletons()
{
    if (m_pages->currentWidget() == m_skeletons || m_skeletonDelay.isActive())
        return;
    showPage(m_blank);
    m_skeletonDelay.start();
}

void SellScreen::showPage(QWidget *page)
{
    if (m_pages->currentWidget() == page)
        return;
    // The page that goes may hold the focus; the next key should find the field.
    const bool hadFocus = m_pages->isAncestorOf(window()->focusWidget());
    m_pages->setCurrentWidget(page);
    if (hadFocus)
        takeFocus();
}

void SellScreen::renderNoMatch(const SellState &state)
{
    if (state.searchText.simplified().isEmpty()) {
        m_noMatch->setContent({.icon = Icon::Stock,
                               .title = tr("Nothing in this category"),
                               .explanation = tr("Its products appear here once there are any."),
                               .action = tr("Show all products"),
                               .key = {}});
        return;
    }
    QString where;
    for (const CategoryChip &chip : state.categories) {
        if (chip.id == state.selectedCategoryId)
            where = tr("Only “%1” was searched.").arg(chip.name);
    }
    m_noMatch->setContent(
        {.icon = Icon::Search,
         .title = tr("No product matches “%1”").arg(quotable(state.searchText)),
         .explanation = sentences(where, tr("Words are found by how they begin: in names, "
                                            "SKUs and barcodes.")),
         .action = tr("Clear"),
         .key = tr("Esc")});
}

void SellScreen::renderFailure(const SellState &state)
{
    m_failed->setContent({.icon = Icon::Warning,
                          .title = state.notice.what,
                          .explanation = sentences(state.notice.why, state.notice.next),
                          .action = tr("Retry"),
                          .key = {}});
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
                  .text = sentences(state.notice.what, state.notice.why).replace(u'\n', u' '),
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
}

void SellScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SellScreen::retranslate()
{
    m_emptyShop->setContent({.icon = Icon::Stock,
                             .title = tr("No products yet"),
                             .explanation = tr("What the shop sells appears here as soon as it "
                                               "is in the catalogue."),
                             .action = tr("Look again"),
                             .key = {}});
    renderPill();
    render(m_presenter.state());
}

} // namespace tp::ui
