// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chargebutton.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr qreal KeyCapHeight = 22;

} // namespace

ChargeButton::ChargeButton(Theme &theme, QWidget *parent) : QPushButton(parent), m_theme(theme)
{
    setObjectName(u"chargeButton"_s);
    setProperty("kind", u"charge"_s);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChargeButton::show(const QString &label, const QString &key, const QString &amount)
{
    m_label = label;
    m_key = key;
    m_amount = amount;
    setAccessibleName(amount.isEmpty() ? label : tr("%1 %2").arg(label, amount));
    update();
}

void ChargeButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = isRightToLeft();
    // The painter mirrors alignments by itself.
    const int leading = int(Qt::AlignVCenter | Qt::AlignLeft);
    const int trailing = int(Qt::AlignVCenter | Qt::AlignRight);
    const QRectF room = QRectF(rect()).adjusted(space::Xl, 0, -space::Xl, 0);
    const QColor ink = m_theme.colour(isEnabled() ? Colour::OnPrimary : Colour::Text3);

    const QFont labelFont = m_theme.font(type::Action, Weight::Medium);
    painter.setPen(ink);
    painter.setFont(labelFont);
    painter.drawText(room, leading, m_label);
    const qreal labelWidth = QFontMetricsF(labelFont).horizontalAdvance(m_label);
    const QFont keyFont = m_theme.font(type::Small, Weight::Medium);
    const qreal width = QFontMetricsF(keyFont).horizontalAdvance(m_key) + 14;
    const qreal left = room.width() - labelWidth - space::M;
    QFont amountFont = m_theme.font(type::Amount, Weight::Bold);
    if (QFontMetricsF(amountFont).horizontalAdvance(m_amount) > left)
        amountFont = m_theme.font(type::Section, Weight::Bold);
    const qreal amountWidth = QFontMetricsF(amountFont).horizontalAdvance(m_amount);
    if (!m_key.isEmpty() && amountWidth + width + space::M <= left) {
        const qreal x = mirrored ? room.right() - labelWidth - space::M - width
                                 : room.left() + labelWidth + space::M;
        const QRectF cap(x, room.center().y() - KeyCapHeight / 2, width, KeyCapHeight);
        QColor edge = ink;
        edge.setAlphaF(0.7F);
        painter.setPen(QPen(edge, 1));
        painter.drawRoundedRect(cap, radius::KeyCap, radius::KeyCap);
        painter.setPen(ink);
        painter.setFont(keyFont);
        painter.drawText(cap, Qt::AlignCenter, m_key);
    }
    painter.setFont(amountFont);
    painter.drawText(room, trailing, m_amount);
}

} // namespace tp::ui
