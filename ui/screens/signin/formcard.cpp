// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/formcard.h"

#include <QAbstractButton>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace tp::ui {

FormCard::FormCard(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
{
    setObjectName(name + u"Panel"_s);
    setProperty("kind", u"card"_s);
    m_title->setObjectName(name + u"Title"_s);
    m_title->setProperty("role", u"h1"_s);
    m_subtitle->setObjectName(name + u"Subtitle"_s);
    m_subtitle->setProperty("role", u"muted"_s);
    m_subtitle->setWordWrap(true);
}

void FormCard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->isAutoRepeat()) {
        // Whoever went to a button by keyboard means it.
        auto *button = qobject_cast<QAbstractButton *>(focusWidget());
        if (button)
            button->click();
        else
            submit();
        event->accept();
        return;
    }
    QFrame::keyPressEvent(event);
}

void FormCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tp::ui
