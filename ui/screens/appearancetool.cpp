// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/appearancetool.h"

#include "ui/widgets/navrail.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

Icon iconOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return Icon::System;
    case Appearance::Light:
        return Icon::Sun;
    case Appearance::Dark:
        return Icon::Moon;
    }
    Q_UNREACHABLE();
}

} // namespace

AppearanceTool::AppearanceTool(Theme &theme, NavRail &rail)
    : QObject(&rail)
    , m_theme(theme)
    , m_rail(rail)
    , m_button(rail.addTool(iconOf(theme.appearance()), u"appearanceButton"_s))
    , m_menu(new QMenu(&rail))
{
    m_menu->setObjectName(u"appearanceMenu"_s);
    auto *group = new QActionGroup(this);
    addChoice(Appearance::System, u"appearanceSystem"_s);
    addChoice(Appearance::Light, u"appearanceLight"_s);
    addChoice(Appearance::Dark, u"appearanceDark"_s);
    for (QAction *choice : std::as_const(m_choices))
        group->addAction(choice);

    connect(m_button, &QToolButton::clicked, this, &AppearanceTool::openMenu);
    connect(&m_theme, &Theme::changed, this, &AppearanceTool::render);
    retranslate();
}

void AppearanceTool::addChoice(Appearance appearance, const QString &name)
{
    QAction *choice = m_menu->addAction(QString());
    choice->setObjectName(name);
    choice->setCheckable(true);
    choice->setData(int(appearance));
    connect(choice, &QAction::triggered, this,
            [this, appearance] { m_theme.setAppearance(appearance); });
    m_choices.append(choice);
}

void AppearanceTool::openMenu()
{
    // Beside the rail, its foot level with the button's, so that it never leaves the screen.
    const QSize wanted = m_menu->sizeHint();
    const int level = m_button->geometry().bottom() - wanted.height();
    const int x = m_rail.isRightToLeft() ? -wanted.width() : m_rail.width();
    m_menu->popup(m_rail.mapToGlobal(QPoint(x, level)));
}

void AppearanceTool::retranslate()
{
    const QStringList names{tr("As the system"), tr("Light"), tr("Dark")};
    for (qsizetype place = 0; place < m_choices.size(); ++place)
        m_choices.at(place)->setText(names.at(place));
    m_menu->setAccessibleName(tr("Appearance"));
    render();
}

void AppearanceTool::render()
{
    const Appearance now = m_theme.appearance();
    QString name;
    for (QAction *choice : std::as_const(m_choices)) {
        const auto appearance = Appearance(choice->data().toInt());
        choice->setChecked(appearance == now);
        choice->setIcon(m_theme.icon(iconOf(appearance), Colour::Text2, size::IconM));
        if (appearance == now)
            name = choice->text();
    }
    //: Under an icon in the narrow rail: short.
    m_button->setText(now == Appearance::System ? tr("System") : name);
    m_button->setAccessibleName(tr("Appearance: %1").arg(name));
    m_button->setToolTip(tr("Appearance: %1").arg(name));
    m_rail.setIcon(m_button, iconOf(now));
}

} // namespace tp::ui
