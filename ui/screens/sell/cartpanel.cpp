// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/cartpanel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/chargebutton.h"
#include "ui/widgets/placeholder.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

QLabel *cartLabel(const QString &name, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", role);
    return label;
}

} // namespace

CartPanel::CartPanel(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_title(cartLabel(u"saleTitle"_s, u"h2"_s, this))
    , m_items(cartLabel(u"itemCount"_s, u"small"_s, this))
    , m_empty(new Placeholder(theme, Placeholder::Weight::Panel, u"emptyCart"_s, this))
    , m_totalName(cartLabel(u"totalName"_s, u"h2"_s, this))
    , m_total(cartLabel(u"totalAmount"_s, u"total"_s, this))
    , m_charge(new ChargeButton(theme, this))
{
    setObjectName(u"cart"_s);
    m_charge->setEnabled(false);
    auto *separator = new QFrame(this);
    separator->setObjectName(u"separator"_s);
    separator->setFixedHeight(1);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::Xl, 0, space::Xl, space::S);
    head->setSpacing(0);
    head->addWidget(m_title);
    head->addWidget(m_items);

    auto *totals = new QHBoxLayout;
    totals->setContentsMargins(space::Xl, space::M, space::Xl, space::M);
    totals->addWidget(m_totalName);
    totals->addStretch();
    totals->addWidget(m_total);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::Xl, 0, space::Xl, 0);
    foot->addWidget(m_charge);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::L, 0, space::L);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_empty, 1);
    column->addWidget(separator);
    column->addLayout(totals);
    column->addLayout(foot);
    retranslate();
}

void CartPanel::showTotal(const QString &total)
{
    m_total->setText(total);
}

void CartPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CartPanel::retranslate()
{
    setAccessibleName(tr("Cart"));
    m_title->setText(tr("New sale"));
    m_items->setText(tr("No items"));
    m_empty->setContent({.icon = Icon::Scan,
                         .title = tr("Ready for the next sale"),
                         .explanation = tr("Taking sales comes with the next version.\n"
                                           "This one shows products, prices and stock."),
                         .action = {},
                         .key = {}});
    m_totalName->setText(tr("Total"));
    m_charge->show(tr("Charge"), tr("Enter"), {});
}

} // namespace tp::ui
