// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/keysheet.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/keycap.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <array>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int RowsMax = 9; ///< Then the next column begins.

struct KeyText
{
    QString key;
    QString text;
};

} // namespace

KeySheet::KeySheet(QWidget *parent) : QFrame(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"keySheet"_s);
    setProperty("kind", u"card"_s);
    m_grid->setContentsMargins(space::Xxl, space::Xl, space::Xxl, space::Xl);
    m_grid->setHorizontalSpacing(space::M);
    m_grid->setVerticalSpacing(space::S);
    m_grid->setColumnMinimumWidth(2, space::L);
    retranslate();
    hide();
}

void KeySheet::toggle()
{
    setVisible(!isVisible());
    if (!isVisible())
        return;
    settle();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void KeySheet::place(int left, int width)
{
    m_left = left;
    m_width = width;
    settle();
}

void KeySheet::settle()
{
    const QSize wanted = sizeHint().boundedTo(parentWidget()->size());
    setGeometry(m_left + (m_width - wanted.width()) / 2,
                (parentWidget()->height() - wanted.height()) / 2, wanted.width(), wanted.height());
}

void KeySheet::mousePressEvent(QMouseEvent *)
{
    hide();
}

void KeySheet::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KeySheet::retranslate()
{
    const std::array keys{
        KeyText{u"F2"_s, tr("Search or scan")},
        KeyText{tr("Enter"), tr("Pay; then complete the sale")},
        KeyText{u"3 *"_s, tr("Three of what comes next")},
        KeyText{u"+  -"_s, tr("One more or less of the line")},
        KeyText{u"↑  ↓"_s, tr("Choose a line")},
        KeyText{tr("Del"), tr("Remove the line")},
        KeyText{tr("Ctrl+Z"), tr("Undo; with Shift redo")},
        KeyText{tr("Ctrl+Del"), tr("Clear the sale")},
        KeyText{tr("Esc"), tr("Back; the sale stays")},
        KeyText{u"F1"_s, tr("This list of keys")},
        KeyText{u"F4"_s, tr("Put the sale aside")},
        KeyText{u"F5"_s, tr("Take up a held sale")},
        KeyText{u"F6"_s, tr("Quantity of the line")},
        KeyText{u"F8"_s, tr("Discount on the line")},
        KeyText{tr("Shift+F8"), tr("Discount on the whole sale")},
        KeyText{u"F9"_s, tr("Pay")},
        KeyText{tr("Ctrl+L"), tr("Lock")},
    };
    setAccessibleName(tr("Keys"));
    while (const QLayoutItem *old = m_grid->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    auto *title = new QLabel(tr("Keys"), this);
    title->setProperty("role", u"h2"_s);
    m_grid->addWidget(title, 0, 0, 1, 5);
    QStringList spoken;
    for (int place = 0; place < int(keys.size()); ++place) {
        const KeyText &one = keys.at(size_t(place));
        const int column = 3 * (place / RowsMax);
        const int row = 1 + place % RowsMax;
        m_grid->addWidget(new KeyCap(one.key, this), row, column, Qt::AlignLeft);
        m_grid->addWidget(new QLabel(one.text, this), row, column + 1);
        spoken.append(one.key + u": "_s + one.text);
    }
    setAccessibleDescription(spoken.join(u", "_s));
}

} // namespace tp::ui
