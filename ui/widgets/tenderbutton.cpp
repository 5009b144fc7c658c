// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tenderbutton.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tp::ui {

TenderButton::TenderButton(Theme &theme, const QString &name, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setObjectName(name);
    setProperty("kind", u"tender"_s);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize TenderButton::sizeHint() const
{
    return {size::TileWidthMin, size::Tender};
}

void TenderButton::show(const QString &amount, const QString &detail, bool isExact)
{
    m_amount = amount;
    m_detail = detail;
    m_isExact = isExact;
    setAccessibleName(
        tr("%1, %2", "read aloud: a sum handed over, the change").arg(amount, detail));
    setProperty("exact", isExact);
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void TenderButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    const QRectF room(rect());
    const Colour ink = m_isExact ? Colour::Primary : Colour::Text;
    painter.setPen(m_theme.colour(isEnabled() ? ink : Colour::Text3));
    painter.setFont(m_theme.font(type::Action, Weight::Bold));
    painter.drawText(QRectF(0, room.center().y() - 25, room.width(), 26), Qt::AlignCenter,
                     m_amount);
    if (!m_isExact && isEnabled())
        painter.setPen(m_theme.colour(Colour::Text2));
    painter.setFont(m_theme.font(type::Secondary, Weight::Medium));
    painter.drawText(QRectF(0, room.center().y() + 3, room.width(), 18), Qt::AlignCenter, m_detail);
}

} // namespace tp::ui
