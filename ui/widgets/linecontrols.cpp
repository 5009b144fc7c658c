// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/linecontrols.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

LineControls::LineControls(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_less(makeButton(u"lessButton"_s, u"step"_s))
    , m_quantity(makeButton(u"quantityButton"_s, u"count"_s))
    , m_more(makeButton(u"moreButton"_s, u"step"_s))
    , m_discount(makeButton(u"lineDiscountButton"_s, u"step"_s))
    , m_remove(makeButton(u"removeLineButton"_s, u"step"_s))
{
    setObjectName(u"lineControls"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::S);
    row->addWidget(m_less);
    row->addWidget(m_quantity);
    row->addWidget(m_more);
    row->addStretch();
    row->addWidget(m_discount);
    row->addWidget(m_remove);
    connect(m_less, &QPushButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_more, &QPushButton::clicked, this, [this] { emit stepped(1); });
    connect(m_quantity, &QPushButton::clicked, this, &LineControls::quantityPressed);
    connect(m_discount, &QPushButton::clicked, this, &LineControls::discountPressed);
    connect(m_remove, &QPushButton::clicked, this, &LineControls::removePressed);
    connect(&m_theme, &Theme::changed, this, &LineControls::renderTheme);
    renderTheme();
    retranslate();
}

QPushButton *LineControls::makeButton(const QString &name, const QString &kind)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("kind", kind);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIconSize({size::IconM, size::IconM});
    return button;
}

void LineControls::show(const CartRow &row)
{
    m_row = row;
    m_quantity->setText(row.quantity);
    m_less->setVisible(row.canStep);
    m_more->setVisible(row.canStep);
    m_less->setEnabled(row.canLessen);
    retranslate();
    renderTheme();
}

void LineControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LineControls::renderTheme()
{
    const auto draw = [this](QPushButton *button, Icon icon, Colour colour) {
        button->setIcon(m_theme.icon(icon, colour, size::IconM));
    };
    draw(m_less, Icon::Minus, m_row.canLessen ? Colour::Text : Colour::Text3);
    draw(m_more, Icon::Plus, Colour::Text);
    draw(m_discount, Icon::Percent, Colour::Text);
    draw(m_remove, Icon::Trash, Colour::Danger);
}

void LineControls::retranslate()
{
    m_less->setAccessibleName(tr("One less"));
    m_less->setToolTip(tr("One less (-)"));
    m_more->setAccessibleName(tr("One more"));
    m_more->setToolTip(tr("One more (+)"));
    m_quantity->setAccessibleName(tr("Quantity: %1").arg(m_row.quantity));
    m_quantity->setToolTip(tr("Another quantity (F6)"));
    m_discount->setAccessibleName(tr("Discount on %1").arg(m_row.name));
    m_discount->setToolTip(tr("Discount on this line (F8)"));
    m_remove->setAccessibleName(tr("Remove %1").arg(m_row.name));
    m_remove->setToolTip(tr("Remove this line (Del)"));
}

} // namespace tp::ui
