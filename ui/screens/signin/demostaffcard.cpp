// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/demostaffcard.h"

#include "ui/presentation/roletext.h"
#include "ui/screens/signin/demopersonrow.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

DemoStaffCard::DemoStaffCard(Theme &theme, const QList<DemoPerson> &people, QWidget *parent)
    : QFrame(parent)
    , m_people(people)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
{
    setObjectName(u"demoStaffCard"_s);
    setProperty("kind", u"card"_s);
    m_title->setObjectName(u"demoStaffTitle"_s);
    m_title->setProperty("role", u"h2"_s);
    m_subtitle->setObjectName(u"demoStaffSubtitle"_s);
    m_subtitle->setProperty("role", u"small"_s);
    m_subtitle->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::L, space::L, space::L, space::M);
    column->setSpacing(space::Xs);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(space::Xs);
    for (int place = 0; place < people.size(); ++place) {
        auto *row = new DemoPersonRow(theme, this);
        row->setObjectName(u"demoPerson%1"_s.arg(place));
        connect(row, &QPushButton::clicked, this, [this, place] { emit personPressed(place); });
        column->addWidget(row);
        m_rows.append(row);
    }
    retranslate();
}

void DemoStaffCard::setRowsEnabled(bool isEnabled)
{
    for (DemoPersonRow *row : std::as_const(m_rows))
        row->setEnabled(isEnabled);
}

void DemoStaffCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DemoStaffCard::retranslate()
{
    m_title->setText(tr("Who would you like to be?"));
    m_subtitle->setText(tr("Nobody here is real. Press a name to sign in."));
    for (int place = 0; place < m_rows.size(); ++place)
        m_rows.at(place)->show(m_people.at(place), RoleText::role(m_people.at(place).role));
}

} // namespace tp::ui
