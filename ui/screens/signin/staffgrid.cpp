// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/staffgrid.h"

#include "ui/presentation/roletext.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/stafftile.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QScroller>

using namespace Qt::StringLiterals;

namespace tp::ui {

StaffGrid::StaffGrid(Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"staffGrid"_s);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    content->setObjectName(u"staffTiles"_s);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::M);
    m_grid->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    setWidget(content);
    content->setAutoFillBackground(false);
    m_group->setExclusive(true);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
}

void StaffGrid::showStaff(const QList<StaffMember> &staff, const QString &chosenId)
{
    if (staff != m_staff)
        rebuild(staff);
    // An exclusive group must have one; nobody may be chosen all the same.
    m_group->setExclusive(false);
    for (int place = 0; place < m_tiles.size(); ++place)
        m_tiles.at(place)->setChecked(m_staff.at(place).id.toQString() == chosenId);
    m_group->setExclusive(true);
}

void StaffGrid::setTilesEnabled(bool isEnabled)
{
    widget()->setEnabled(isEnabled);
}

void StaffGrid::rebuild(const QList<StaffMember> &staff)
{
    m_staff = staff;
    for (StaffTile *tile : std::exchange(m_tiles, {})) {
        m_group->removeButton(tile);
        m_grid->removeWidget(tile);
        tile->hide();
        tile->deleteLater(); // It may be the sender of the signal that led here.
    }
    for (const StaffMember &member : staff) {
        auto *tile = new StaffTile(m_theme, widget());
        const QString id = member.id.toQString();
        tile->setObjectName(u"staff_"_s + id);
        connect(tile, &QPushButton::clicked, this, [this, id] { emit staffPressed(id); });
        m_group->addButton(tile);
        m_tiles.append(tile);
    }
    renderTiles();
    m_columns = 0;
    arrange();
}

void StaffGrid::renderTiles()
{
    for (int place = 0; place < m_tiles.size(); ++place) {
        const StaffMember &member = m_staff.at(place);
        const QString trouble = member.isPinLocked ? tr("PIN locked")
                                : member.hasPin    ? QString()
                                                   : tr("No PIN");
        m_tiles.at(place)->show(
            {member.name, RoleText::highest(member.roles), trouble, member.isPinLocked});
    }
}

void StaffGrid::arrange()
{
    const int room = viewport()->width();
    const int columns = qMax(1, (room + space::M) / (size::StaffTileWidth + space::M));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int place = 0; place < m_tiles.size(); ++place)
        m_grid->addWidget(m_tiles.at(place), place / columns, place % columns);
}

void StaffGrid::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void StaffGrid::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renderTiles();
}

} // namespace tp::ui
