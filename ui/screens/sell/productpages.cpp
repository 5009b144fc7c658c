// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/productpages.h"

#include "ui/theme/theme.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/productgrid.h"
#include "ui/widgets/skeletontiles.h"

#include <QEvent>

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

} // namespace

ProductPages::ProductPages(Theme &theme, QWidget *parent)
    : QStackedWidget(parent)
    , m_blank(new QWidget)
    , m_skeletons(new SkeletonTiles(theme))
    , m_grid(new ProductGrid(theme))
    , m_emptyShop(new Placeholder(theme, Placeholder::Weight::Page, u"emptyShop"_s))
    , m_noMatch(new Placeholder(theme, Placeholder::Weight::Page, u"noMatch"_s))
    , m_failed(new Placeholder(theme, Placeholder::Weight::Page, u"loadFailed"_s))
{
    setObjectName(u"productPages"_s);
    for (QWidget *page : {m_blank, static_cast<QWidget *>(m_skeletons),
                          static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_emptyShop),
                          static_cast<QWidget *>(m_noMatch), static_cast<QWidget *>(m_failed)})
        addWidget(page);
    m_skeletonDelay.setSingleShot(true);
    m_skeletonDelay.setInterval(SkeletonDelayMs);
    connect(&m_skeletonDelay, &QTimer::timeout, this, [this] { showPage(m_skeletons); });
    connect(m_emptyShop, &Placeholder::actionRequested, this, &ProductPages::refreshPressed);
    connect(m_noMatch, &Placeholder::actionRequested, this, &ProductPages::widenPressed);
    connect(m_failed, &Placeholder::actionRequested, this, &ProductPages::retryPressed);
    retranslate();
}

void ProductPages::show(const SellState &state)
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

void ProductPages::waitWithSkeletons()
{
    if (currentWidget() == m_skeletons || m_skeletonDelay.isActive())
        return;
    showPage(m_blank);
    m_skeletonDelay.start();
}

void ProductPages::showPage(QWidget *page)
{
    if (currentWidget() == page)
        return;
    // The page that goes may hold the focus; the next key should find the field.
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    setCurrentWidget(page);
    if (hadFocus)
        emit focusLeft();
}

void ProductPages::renderNoMatch(const SellState &state)
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

void ProductPages::renderFailure(const SellState &state)
{
    m_failed->setContent({.icon = Icon::Warning,
                          .title = state.notice.what,
                          .explanation = sentences(state.notice.why, state.notice.next),
                          .action = tr("Retry"),
                          .key = {}});
}

void ProductPages::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProductPages::retranslate()
{
    m_emptyShop->setContent({.icon = Icon::Stock,
                             .title = tr("No products yet"),
                             .explanation = tr("What the shop sells appears here as soon as it "
                                               "is in the catalogue."),
                             .action = tr("Look again"),
                             .key = {}});
}

} // namespace tp::ui
