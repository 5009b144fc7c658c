// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/productgrid.h"

#include "ui/theme/theme.h"
#include "ui/widgets/producttiledelegate.h"
#include "ui/widgets/tilegeometry.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QScroller>

using namespace Qt::StringLiterals;

namespace tp::ui {

ProductGrid::ProductGrid(Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_delegate(new ProductTileDelegate(theme, this))
{
    setObjectName(u"productGrid"_s);
    // ListMode with a grid size: the icon mode took 19 s to lay out 100,000 rows.
    setViewMode(QListView::ListMode);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::TabFocus); // A tap leaves the focus to the scan field.
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);

    connect(this, &QAbstractItemView::clicked, this, &ProductGrid::productPressed);
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void ProductGrid::takeFocus()
{
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    setFocus(Qt::ShortcutFocusReason);
}

QSize ProductGrid::minimumSizeHint() const
{
    return {2 * (size::TileWidthMin + 2 * TileMargin), size::Tile};
}

void ProductGrid::fitCells()
{
    // A wrapping view keeps the scroll bar's room free even while it is hidden.
    const int available =
        maximumViewportSize().width() -
        style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, verticalScrollBar()) - 1;
    const QSize cell = tileCell(available);
    if (cell == gridSize())
        return;
    m_delegate->setCell(cell);
    setGridSize(cell);
    verticalScrollBar()->setSingleStep(cell.height() / 2);
    scheduleDelayedItemsLayout();
}

void ProductGrid::resizeEvent(QResizeEvent *event)
{
    fitCells();
    QListView::resizeEvent(event);
}

void ProductGrid::showEvent(QShowEvent *event)
{
    fitCells();
    QListView::showEvent(event);
}

void ProductGrid::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        fitCells();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProductGrid::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        if (current.isValid() && !event->isAutoRepeat())
            emit productPressed(current);
        event->accept();
        return;
    }
    const bool isFirstRow =
        !current.isValid() || visualRect(current).top() + verticalOffset() < size::Tile;
    if (key == Qt::Key_Up && isFirstRow) {
        emit leftUpwards();
        event->accept();
        return;
    }
    const auto commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString text = event->text();
    if (!(event->modifiers() & commands) && !text.isEmpty() && text.at(0).isPrint()) {
        emit typed(text);
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void ProductGrid::retranslate()
{
    setAccessibleName(tr("Products"));
    setAccessibleDescription(tr("Arrow keys move, Enter chooses"));
}

} // namespace tp::ui
