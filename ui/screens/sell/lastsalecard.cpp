// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/lastsalecard.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace tp::ui {

LastSaleCard::LastSaleCard(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_changeName(new QLabel(this))
    , m_change(new QLabel(this))
{
    setObjectName(u"lastSaleCard"_s);
    setProperty("kind", u"done"_s);
    m_icon->setObjectName(u"lastSaleIcon"_s);
    m_title->setObjectName(u"lastSaleTitle"_s);
    m_title->setProperty("role", u"done"_s);
    m_title->setWordWrap(true);
    m_changeName->setObjectName(u"lastSaleChangeName"_s);
    m_changeName->setProperty("role", u"done"_s);
    m_change->setObjectName(u"lastSaleChange"_s);
    m_change->setProperty("role", u"change"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::L, space::M, space::L, space::M);
    grid->setHorizontalSpacing(space::S);
    grid->setVerticalSpacing(space::Xs);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1, 1, 2);
    grid->addWidget(m_changeName, 1, 0, 1, 2, Qt::AlignVCenter);
    grid->addWidget(m_change, 1, 2);
    connect(&m_theme, &Theme::changed, this, &LastSaleCard::renderTheme);
    renderTheme();
    hide();
}

void LastSaleCard::show(const LastSale &sale)
{
    const bool isNews = !sale.number.isEmpty() && sale != m_sale;
    m_sale = sale;
    m_title->setText(tr("Sale %1 is done: %2", "number, total").arg(sale.number, sale.total));
    m_changeName->setText(tr("Change"));
    m_change->setText(sale.change);
    m_changeName->setVisible(sale.hasChange);
    m_change->setVisible(sale.hasChange);
    const QString spoken =
        sale.hasChange ? tr("%1. Change: %2").arg(m_title->text(), sale.change) : m_title->text();
    setAccessibleName(spoken);
    setVisible(!sale.number.isEmpty());
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void LastSaleCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        show(m_sale);
}

void LastSaleCard::renderTheme()
{
    m_icon->setPixmap(
        m_theme.pixmap(Icon::Check, Colour::Success, size::IconM, devicePixelRatioF()));
}

} // namespace tp::ui
