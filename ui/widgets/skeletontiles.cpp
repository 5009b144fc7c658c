// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/skeletontiles.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tilegeometry.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace tp::ui {

SkeletonTiles::SkeletonTiles(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("skeletonTiles"));
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void SkeletonTiles::retranslate()
{
    setAccessibleName(tr("Loading products"));
}

void SkeletonTiles::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SkeletonTiles::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int available = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent) - 1;
    const QSize cell = tileCell(available);
    const int columns = tileColumns(available);
    for (int y = 0; y < height(); y += cell.height()) {
        for (int column = 0; column < columns; ++column) {
            const QRectF tile = tileInCell(QRectF(QPointF(column * cell.width(), y), QSizeF(cell)));
            QPainterPath card;
            card.addRoundedRect(tile, radius::Card, radius::Card);
            painter.fillPath(card, m_theme.colour(Colour::Surface));
            painter.save();
            painter.setClipPath(card);
            painter.fillRect(QRectF(tile.topLeft(), QSizeF(tile.width(), size::TileArt)),
                             m_theme.colour(Colour::Border));
            painter.restore();
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.colour(Colour::Border));
            const qreal left = tile.left() + space::M;
            const qreal room = tile.width() - 2 * space::M;
            painter.drawRoundedRect(QRectF(left, tile.top() + 73, room * 0.7, 12), 6, 6);
            painter.drawRoundedRect(QRectF(left, tile.bottom() - 25, room * 0.35, 12), 6, 6);
        }
    }
}

} // namespace tp::ui
