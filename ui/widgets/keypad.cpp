// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keypad.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

KeyPad::KeyPad(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"keyPad"_s);
    setLayoutDirection(Qt::LeftToRight); // Also where people read the other way.
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::S);
    for (int digit = 0; digit <= 9; ++digit) {
        const int row = digit == 0 ? 3 : (digit - 1) / 3;
        const int column = digit == 0 ? 1 : (digit - 1) % 3;
        QPushButton *key = addKey(*grid, row, column, u"key%1"_s.arg(digit));
        connect(key, &QPushButton::clicked, this, [this, digit] { emit digitPressed(digit); });
        m_digits.append(key);
    }
    m_clear = addKey(*grid, 3, 0, u"keyClear"_s);
    m_erase = addKey(*grid, 3, 2, u"keyErase"_s);
    m_clear->setIconSize({size::IconL, size::IconL});
    m_erase->setIconSize({size::IconL, size::IconL});
    connect(m_clear, &QPushButton::clicked, this, &KeyPad::clearPressed);
    connect(m_erase, &QPushButton::clicked, this, &KeyPad::erasePressed);
    connect(&m_theme, &Theme::changed, this, &KeyPad::renderTheme);
    renderTheme();
    retranslate();
}

QPushButton *KeyPad::addKey(QGridLayout &grid, int row, int column, const QString &name)
{
    auto *key = new QPushButton(this);
    key->setObjectName(name);
    key->setProperty("kind", u"pad"_s);
    key->setFocusPolicy(Qt::NoFocus);
    key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    grid.addWidget(key, row, column);
    return key;
}

void KeyPad::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KeyPad::renderTheme()
{
    m_clear->setIcon(m_theme.icon(Icon::Close, Colour::Text2, size::IconL));
    m_erase->setIcon(m_theme.icon(Icon::Erase, Colour::Text, size::IconL));
}

void KeyPad::retranslate()
{
    for (int digit = 0; digit <= 9; ++digit) {
        m_digits.at(digit)->setText(QLocale().toString(digit));
        m_digits.at(digit)->setAccessibleName(QLocale().toString(digit));
    }
    m_clear->setAccessibleName(tr("Clear all digits"));
    m_clear->setToolTip(tr("Clear all digits (Esc)"));
    m_erase->setAccessibleName(tr("Erase the last digit"));
    m_erase->setToolTip(tr("Erase the last digit (Backspace)"));
}

} // namespace tp::ui
