// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statuspill.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr qreal DotRadius = 4.5;
constexpr int DotRoom = 9;

struct PillColours
{
    Colour ground;
    Colour ink;
};

PillColours coloursOf(StatusPill::Tone tone)
{
    switch (tone) {
    case StatusPill::Tone::Good:
        return {Colour::SuccessSoft, Colour::Success};
    case StatusPill::Tone::Waiting:
        return {Colour::PrimarySoft, Colour::Primary};
    case StatusPill::Tone::Bad:
        return {Colour::WarnSoft, Colour::Warn};
    }
    Q_UNREACHABLE();
}

} // namespace

StatusPill::StatusPill(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"statusPill"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StatusPill::show(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QFont StatusPill::textFont() const
{
    return m_theme.font(type::Secondary, Weight::Medium);
}

QSize StatusPill::sizeHint() const
{
    const qreal text = QFontMetricsF(textFont()).horizontalAdvance(m_text);
    return {qCeil(text) + DotRoom + space::S + 2 * space::M, size::Pill};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    const PillColours colours = coloursOf(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(colours.ground));
    painter.drawRoundedRect(QRectF(rect()), radius::Pill, radius::Pill);

    const bool mirrored = isRightToLeft();
    const qreal dotX = space::M + DotRadius;
    const QPointF dot(mirrored ? width() - dotX : dotX, height() / 2.0);
    const QColor ink = m_theme.colour(colours.ink);
    if (m_tone == Tone::Good) {
        painter.setBrush(ink);
        painter.drawEllipse(dot, DotRadius, DotRadius);
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.75));
        painter.drawEllipse(dot, DotRadius - 0.9, DotRadius - 0.9);
    }

    painter.setPen(ink);
    painter.setFont(textFont());
    const int before = space::M + DotRoom + space::S;
    const QRect room = mirrored ? rect().adjusted(space::M, 0, -before, 0)
                                : rect().adjusted(before, 0, -space::M, 0);
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft), m_text); // Mirrored by itself.
}

} // namespace tp::ui
