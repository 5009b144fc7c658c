// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/navrail.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

NavRail::NavRail(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_logo(new QLabel(this))
    , m_screens(new QButtonGroup(this))
{
    setObjectName(u"rail"_s);
    setFixedWidth(size::Rail);
    m_logo->setObjectName(u"logo"_s);
    m_logo->setAlignment(Qt::AlignCenter);
    m_logo->setFixedHeight(size::TouchMin);
    m_screens->setExclusive(true);

    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(space::S, space::M, space::S, space::M);
    m_column->setSpacing(space::Xs);
    m_column->addWidget(m_logo);
    m_column->addStretch();

    connect(m_screens, &QButtonGroup::idClicked, this, &NavRail::screenPressed);
    connect(&m_theme, &Theme::changed, this, &NavRail::renderTheme);
    renderTheme();
}

QToolButton *NavRail::addScreen(Icon icon, const QString &name)
{
    QToolButton *item = makeItem(icon, name);
    const int place = int(m_screens->buttons().size());
    item->setCheckable(true);
    m_screens->addButton(item, place);
    item->setChecked(place == 0);
    m_column->insertWidget(1 + place, item); // after the logo and the screens before
    return item;
}

QToolButton *NavRail::addTool(Icon icon, const QString &name)
{
    QToolButton *item = makeItem(icon, name);
    m_column->addWidget(item);
    return item;
}

QToolButton *NavRail::makeItem(Icon icon, const QString &name)
{
    auto *item = new QToolButton(this);
    item->setObjectName(name);
    item->setProperty("kind", u"rail"_s);
    item->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    item->setIconSize({size::IconL, size::IconL});
    item->setFixedSize(size::Rail - 2 * space::S, size::RailItem);
    item->setFocusPolicy(Qt::TabFocus);
    m_items.append({item, icon});
    renderTheme();
    return item;
}

void NavRail::setIcon(QToolButton *item, Icon icon)
{
    for (Item &known : m_items) {
        if (known.button == item)
            known.icon = icon;
    }
    renderTheme();
}

void NavRail::renderTheme()
{
    m_logo->setPixmap(
        m_theme.pixmap(Icon::Shop, Colour::Primary, size::IconArt - 6, devicePixelRatioF()));
    for (const Item &item : std::as_const(m_items)) {
        item.button->setIcon(
            m_theme.toggleIcon(item.icon, Colour::Text2, Colour::Primary, size::IconL));
    }
}

} // namespace tp::ui
