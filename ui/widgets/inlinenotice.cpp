// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/inlinenotice.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tp::ui {

InlineNotice::InlineNotice(Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(name);
    setProperty("kind", u"inline"_s);
    m_icon->setObjectName(name + u"Icon"_s);
    m_title->setObjectName(name + u"Title"_s);
    m_text->setObjectName(name + u"Text"_s);
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::M, space::S + 2, space::M, space::S + 2);
    grid->setHorizontalSpacing(space::S);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_text, 1, 1);
    connect(&m_theme, &Theme::changed, this, &InlineNotice::render);
    hide();
}

void InlineNotice::show(Tone tone, const QString &title, const QString &text)
{
    const bool isNews = !title.isEmpty() && title != m_title->text();
    m_tone = tone;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    render();
    setVisible(!title.isEmpty());
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void InlineNotice::render()
{
    const bool isHint = m_tone == Tone::Hint;
    const QString tone = isHint ? u"info"_s : u"danger"_s;
    for (QWidget *part : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_title)}) {
        part->setProperty("tone", tone);
        part->style()->unpolish(part);
        part->style()->polish(part);
    }
    m_icon->setPixmap(m_theme.pixmap(isHint ? Icon::Info : Icon::Warning,
                                     isHint ? Colour::Primary : Colour::Danger, size::IconM,
                                     devicePixelRatioF()));
}

} // namespace tp::ui
