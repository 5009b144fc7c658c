// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/amountpad.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

AmountPad::AmountPad(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"amountPad"_s);
    setLayoutDirection(Qt::LeftToRight); // Also where people read the other way.
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::S);
    for (int digit = 0; digit <= 9; ++digit) {
        const int row = digit == 0 ? 3 : 2 - (digit - 1) / 3;
        const int column = digit == 0 ? 1 : (digit - 1) % 3;
        QPushButton *key = addKey(*grid, row, column, u"payKey%1"_s.arg(digit));
        connect(key, &QPushButton::clicked, this, [this, digit] { emit digitPressed(digit); });
        m_digits.append(key);
    }
    m_point = addKey(*grid, 3, 0, u"payPoint"_s);
    m_erase = addKey(*grid, 3, 2, u"payErase"_s);
    m_erase->setIconSize({size::IconL, size::IconL});
    connect(m_point, &QPushButton::clicked, this, &AmountPad::pointPressed);
    connect(m_erase, &QPushButton::clicked, this, &AmountPad::erasePressed);
    connect(&m_theme, &Theme::changed, this, &AmountPad::renderTheme);
    renderTheme();
    retranslate();
}

QPushButton *AmountPad::addKey(QGridLayout &grid, int row, int column, const QString &name)
{
    auto *key = new QPushButton(this);
    key->setObjectName(name);
    key->setProperty("kind", u"pad"_s);
    key->setFocusPolicy(Qt::NoFocus);
    key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    grid.addWidget(key, row, column);
    return key;
}

void AmountPad::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AmountPad::renderTheme()
{
    m_erase->setIcon(m_theme.icon(Icon::Erase, Colour::Text, size::IconL));
}

void AmountPad::retranslate()
{
    for (int digit = 0; digit <= 9; ++digit) {
        m_digits.at(digit)->setText(QLocale().toString(digit));
        m_digits.at(digit)->setAccessibleName(QLocale().toString(digit));
    }
    m_point->setText(QLocale().decimalPoint());
    m_point->setAccessibleName(tr("Decimal mark"));
    m_erase->setAccessibleName(tr("Erase the last digit"));
    m_erase->setToolTip(tr("Erase the last digit (Backspace)"));
}

} // namespace tp::ui
