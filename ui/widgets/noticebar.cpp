// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/noticebar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/breakabletext.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

struct ToneLook
{
    QString name; ///< As the style sheet knows it.
    Colour ink;
};

ToneLook lookOf(NoticeBar::Tone tone)
{
    switch (tone) {
    case NoticeBar::Tone::Info:
        return {u"info"_s, Colour::Primary};
    case NoticeBar::Tone::Warn:
        return {u"warn"_s, Colour::Warn};
    case NoticeBar::Tone::Danger:
        return {u"danger"_s, Colour::Danger};
    }
    Q_UNREACHABLE();
}

/// Asks for one line and takes more of them where there is no room for that. A plain QLabel that
/// may wrap asks for about the golden section.
class NoticeText final : public QLabel
{
public:
    explicit NoticeText(QWidget *parent) : QLabel(parent)
    {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    }

    QSize sizeHint() const override
    {
        const int width = fontMetrics().horizontalAdvance(text()) + space::Xs;
        return {width, heightForWidth(width)};
    }
};

void setTone(QWidget *widget, const QString &tone)
{
    widget->setProperty("tone", tone);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

NoticeBar::NoticeBar(Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new NoticeText(this))
    , m_action(makeButton(name + u"Action"_s))
    , m_more(makeButton(name + u"More"_s))
{
    setObjectName(name + u"Bar"_s);
    m_icon->setObjectName(name + u"Icon"_s);
    m_text->setObjectName(name + u"Text"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::L, 0, space::L, 0);
    row->setSpacing(space::S);
    row->addStretch();
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_action);
    row->addWidget(m_more);
    row->addStretch();

    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    connect(m_more, &QPushButton::clicked, this, &NoticeBar::moreRequested);
    connect(&m_theme, &Theme::changed, this, &NoticeBar::renderIcon);
    hide();
}

QPushButton *NoticeBar::makeButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("kind", u"notice"_s);
    button->setFocusPolicy(Qt::TabFocus); // A tap leaves the focus to the scan field.
    return button;
}

void NoticeBar::setNotice(const Notice &notice)
{
    if (notice == m_notice)
        return;
    const bool isNews = !notice.text.isEmpty() && notice.text != m_notice.text;
    m_notice = notice;
    const QString tone = lookOf(notice.tone).name;
    m_text->setText(breakable(notice.text));
    m_action->setText(notice.action);
    m_action->setVisible(!notice.action.isEmpty());
    m_more->setText(notice.more);
    m_more->setVisible(!notice.more.isEmpty());
    for (QWidget *part : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_text),
                          static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_more)})
        setTone(part, tone);
    renderIcon();
    setAccessibleName(notice.text);
    setMinimumHeight(notice.action.isEmpty() ? size::Pill + space::S : size::TouchMin);
    setVisible(!notice.text.isEmpty());
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void NoticeBar::renderIcon()
{
    m_icon->setPixmap(
        m_theme.pixmap(m_notice.icon, lookOf(m_notice.tone).ink, size::IconM, devicePixelRatioF()));
}

} // namespace tp::ui
