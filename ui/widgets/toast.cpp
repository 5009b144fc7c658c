// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/toast.h"

#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(this))
{
    setObjectName(u"toast"_s);
    setProperty("kind", u"toast"_s);
    m_text->setObjectName(u"toastText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_undo->setObjectName(u"toastUndo"_s);
    m_undo->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::L, 2, space::Xs, 2);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    m_end.setSingleShot(true);
    m_end.setInterval(ShownMs);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        emit undoPressed();
    });
    retranslate();
    hide();
}

void Toast::say(const QString &text)
{
    constexpr int WidthMax = 360;
    m_text->setText(m_text->fontMetrics().elidedText(text, Qt::ElideMiddle, WidthMax));
    setAccessibleName(text);
    settle();
    show();
    raise();
    m_end.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::place(int left, int width)
{
    m_left = left;
    m_width = width;
    settle();
}

void Toast::settle()
{
    const QSize wanted = sizeHint();
    setGeometry(m_left + (m_width - wanted.width()) / 2,
                parentWidget()->height() - wanted.height() - space::Xl, wanted.width(),
                wanted.height());
}

void Toast::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Toast::retranslate()
{
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
}

} // namespace tp::ui
