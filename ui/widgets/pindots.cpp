// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pindots.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr qreal DotPixels = 14;
constexpr qreal DotGap = 14;
constexpr int FieldHeight = 52;

} // namespace

PinDots::PinDots(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"pinDots"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(FieldHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void PinDots::show(int length, int lengthMin)
{
    if (length == m_length && lengthMin == m_lengthMin)
        return;
    m_length = length;
    m_lengthMin = lengthMin;
    retranslate();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

QSize PinDots::sizeHint() const
{
    return {240, FieldHeight};
}

void PinDots::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal edge = hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_theme.colour(hasFocus() ? Colour::Focus : Colour::BorderStrong), edge));
    painter.setBrush(m_theme.colour(Colour::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2),
                            radius::Control, radius::Control);

    const int places = qMax(m_length, m_lengthMin);
    qreal x = (width() - places * DotPixels - (places - 1) * DotGap) / 2;
    for (int place = 0; place < places; ++place) {
        const QRectF dot(x, (height() - DotPixels) / 2, DotPixels, DotPixels);
        const bool isTyped = place < m_length;
        painter.setPen(isTyped ? QPen(Qt::NoPen)
                               : QPen(m_theme.colour(Colour::BorderStrong), 1.75));
        painter.setBrush(isTyped ? QBrush(m_theme.colour(Colour::Text)) : QBrush(Qt::NoBrush));
        painter.drawEllipse(isTyped ? dot : dot.adjusted(1, 1, -1, -1));
        x += DotPixels + DotGap;
    }
}

void PinDots::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PinDots::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PinDots::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PinDots::retranslate()
{
    setAccessibleName(tr("PIN"));
    setAccessibleDescription(tr("%Ln digit(s) typed", nullptr, m_length));
}

} // namespace tp::ui
