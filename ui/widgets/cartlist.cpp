// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/cartlist.h"

#include "ui/theme/theme.h"
#include "ui/widgets/linecontrols.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QScroller>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int ControlsTop = 58; ///< Below the two texts of a line.

} // namespace

CartList::CartList(Theme &theme, CartLineDelegate::Use use, const QString &name, QWidget *parent)
    : QListView(parent)
    , m_use(use)
{
    setObjectName(name);
    setItemDelegate(new CartLineDelegate(theme, use, this));
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(size::CartLine / 2);
    setResizeMode(QListView::Adjust);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::TabFocus); // A tap leaves the focus to the scan field.
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    if (use == CartLineDelegate::Use::Cart) {
        m_controls = new LineControls(theme, viewport());
        m_controls->hide();
    }
    connect(this, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { emit rowPressed(index.row()); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

QSize CartList::minimumSizeHint() const
{
    return {size::CartLine, m_controls ? size::CartLineSelected : size::CartLine};
}

void CartList::showSelected(const QList<CartRow> &rows, int selected)
{
    m_selected = selected;
    m_scrolls = true;
    if (m_controls && selected >= 0)
        m_controls->show(rows.at(selected));
    setCurrentIndex(selected < 0 ? QModelIndex() : model()->index(selected, 0));
    doItemsLayout(); // The selected line is higher than the others.
}

void CartList::doItemsLayout()
{
    QListView::doItemsLayout();
    if (std::exchange(m_scrolls, false) && model() && m_selected >= 0)
        scrollTo(model()->index(m_selected, 0));
    placeControls();
}

void CartList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (model() && m_selected >= 0)
        scrollTo(model()->index(m_selected, 0));
    placeControls();
}

void CartList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    placeControls();
}

void CartList::placeControls()
{
    if (!m_controls)
        return;
    const QModelIndex index =
        model() && m_selected >= 0 ? model()->index(m_selected, 0) : QModelIndex();
    m_controls->setVisible(index.isValid());
    if (!index.isValid())
        return;
    const QRect line = visualRect(index);
    m_controls->setGeometry(line.left() + space::Xl, line.top() + ControlsTop,
                            viewport()->width() - 2 * space::Xl, size::TouchMin);
}

void CartList::keyPressEvent(QKeyEvent *event)
{
    const bool isUp = event->key() == Qt::Key_Up;
    if (m_use == CartLineDelegate::Use::Cart && (isUp || event->key() == Qt::Key_Down)) {
        emit movePressed(isUp ? -1 : 1);
        event->accept();
        return;
    }
    // Everything else is the screen's: a list would search for what one types.
    if (m_use == CartLineDelegate::Use::Cart)
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

void CartList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CartList::retranslate()
{
    setAccessibleName(tr("Lines of the sale"));
}

} // namespace tp::ui
