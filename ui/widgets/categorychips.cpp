// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/categorychips.h"

#include "ui/theme/tokens.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QScroller>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr auto IdProperty = "categoryId";

/// A longer name would push all others out of the window.
constexpr int ChipWidthMax = 260;

} // namespace

CategoryChips::CategoryChips(QWidget *parent) : QScrollArea(parent), m_group(new QButtonGroup(this))
{
    setObjectName(u"categoryChips"_s);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);

    auto *content = new QWidget;
    content->setObjectName(u"chipRow"_s);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 1, 0, 1);
    m_row->setSpacing(space::S);
    m_row->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);

    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *chip) {
        emit categoryPressed(chip->property(IdProperty).toString());
    });
    m_all = addChip({}, {});
    m_all->setObjectName(u"chipAll"_s);
    m_all->setChecked(true);

    // Many tills have screens that speak mouse: a drag must scroll too.
    QScroller::grabGesture(viewport(), QScroller::LeftMouseButtonGesture);
    QScrollerProperties manners = QScroller::scroller(viewport())->scrollerProperties();
    manners.setScrollMetric(QScrollerProperties::MousePressEventDelay, 0.0);
    manners.setScrollMetric(QScrollerProperties::VerticalOvershootPolicy,
                            QScrollerProperties::OvershootAlwaysOff);
    QScroller::scroller(viewport())->setScrollerProperties(manners);
    retranslate();
}

QSize CategoryChips::sizeHint() const
{
    return {widget()->sizeHint().width(), size::TouchMin + 2};
}

QSize CategoryChips::minimumSizeHint() const
{
    return {2 * size::TouchMin, size::TouchMin + 2};
}

void CategoryChips::showCategories(const QList<CategoryChip> &categories, const QString &selectedId)
{
    if (categories != m_categories)
        rebuild(categories);
    QPushButton *selected = m_all;
    for (QPushButton *chip : std::as_const(m_chips)) {
        if (chip->property(IdProperty).toString() == selectedId)
            selected = chip;
    }
    selected->setChecked(true);
}

void CategoryChips::rebuild(const QList<CategoryChip> &categories)
{
    m_categories = categories;
    // A chip may be the sender of the signal that led here.
    for (QPushButton *chip : std::as_const(m_chips)) {
        m_group->removeButton(chip);
        m_row->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (const CategoryChip &category : categories) {
        QPushButton *chip = addChip(category.id, category.name);
        chip->setObjectName(u"chip_"_s + category.id);
        m_chips.append(chip);
    }
    QWidget *before = m_all;
    for (QPushButton *chip : std::as_const(m_chips)) {
        setTabOrder(before, chip);
        before = chip;
    }
}

QPushButton *CategoryChips::addChip(const QString &id, const QString &name)
{
    auto *chip = new QPushButton(widget());
    chip->setProperty("kind", u"chip"_s);
    chip->setProperty(IdProperty, id);
    chip->setCheckable(true);
    chip->setFocusPolicy(Qt::TabFocus); // A tap leaves the focus to the scan field.
    chip->setMaximumWidth(ChipWidthMax);
    // What a person typed is no mnemonic.
    chip->setText(chip->fontMetrics()
                      .elidedText(name, Qt::ElideRight, ChipWidthMax - 40)
                      .replace(u'&', u"&&"_s));
    chip->setAccessibleName(name);
    chip->installEventFilter(this);
    m_group->addButton(chip);
    m_row->insertWidget(m_row->count() - 1, chip);
    return chip;
}

bool CategoryChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        if (auto *chip = qobject_cast<QWidget *>(watched))
            ensureWidgetVisible(chip, space::Xxl, 0);
    }
    return QScrollArea::eventFilter(watched, event);
}

void CategoryChips::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const int step = qAbs(turn.x()) > qAbs(turn.y()) ? turn.x() : turn.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - step);
    event->accept();
}

void CategoryChips::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CategoryChips::retranslate()
{
    setAccessibleName(tr("Categories"));
    m_all->setText(tr("All"));
    m_all->setAccessibleName(tr("All categories"));
}

} // namespace tp::ui
