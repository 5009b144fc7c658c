// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/producttiledelegate.h"

#include "ui/presentation/productgridmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tilegeometry.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int NameLinesMax = 2;
constexpr qreal NameLineHeight = 17;
constexpr qreal BadgeHeight = 20;
constexpr qreal CartBadgeHeight = 24;

StockState stockOf(const QModelIndex &index)
{
    return index.data(ProductGridModel::StockRole).value<StockState>();
}

/// Delegates are not mirrored by Qt: the rectangle of the same place seen from the other side.
QRectF mirroredIn(const QRectF &frame, const QRectF &part, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return part;
    return {frame.left() + frame.right() - part.right(), part.top(), part.width(), part.height()};
}

/// Runs in its own direction, whatever is around it: "100 g" stays so in an Arabic window.
QString isolated(const QString &text)
{
    return u'\u2068' + text + u'\u2069';
}

/// The upper part of a tile. Clipping a rectangle to the tile would cost more than all the rest.
QPainterPath artShape(const QRectF &tile)
{
    constexpr qreal Across = 2 * radius::Card;
    const qreal foot = tile.top() + size::TileArt;
    QPainterPath shape(QPointF(tile.left(), foot));
    shape.lineTo(tile.left(), tile.top() + radius::Card);
    shape.arcTo(QRectF(tile.left(), tile.top(), Across, Across), 180, -90);
    shape.lineTo(tile.right() - radius::Card, tile.top());
    shape.arcTo(QRectF(tile.right() - Across, tile.top(), Across, Across), 90, -90);
    shape.lineTo(tile.right(), foot);
    shape.closeSubpath();
    return shape;
}

/// Keeps "500 g" together: a unit alone on the second line reads badly.
QString withUnitsKept(QString name)
{
    constexpr qsizetype UnitLengthMax = 3;
    for (qsizetype at = 1; at + 1 < name.size(); ++at) {
        if (name.at(at) != u' ' || !name.at(at - 1).isDigit())
            continue;
        qsizetype end = at + 1;
        while (end < name.size() && name.at(end).isLetter())
            ++end;
        const bool isWord = end == name.size() || !name.at(end).isLetterOrNumber();
        if (isWord && end - at - 1 >= 1 && end - at - 1 <= UnitLengthMax)
            name[at] = QChar::Nbsp;
    }
    return name;
}

int leadingEdge(Qt::LayoutDirection direction)
{
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    return int(side | Qt::AlignVCenter | Qt::AlignAbsolute);
}

} // namespace

ProductTileDelegate::ProductTileDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_cell(size::TileWidthMin, size::Tile)
{}

QSize ProductTileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return m_cell;
}

void ProductTileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF tile = tileInCell(QRectF(option.rect));
    const int inCart = index.data(ProductGridModel::InCartRole).toInt();

    paintArt(*painter, tile, index, option.state.testFlag(QStyle::State_MouseOver));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(m_theme.colour(inCart > 0 ? Colour::Primary : Colour::Border), inCart > 0 ? 2 : 1));
    painter->drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), radius::Card, radius::Card);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.colour(Colour::Text), 2.5));
        const qreal out = size::FocusGap + 1.5;
        painter->drawRoundedRect(tile.adjusted(-out, -out, out, out), radius::Card + 3,
                                 radius::Card + 3);
    }
    paintName(*painter, tile, index, option.direction);
    paintPrice(*painter, tile, index, option.direction);
    if (inCart > 0)
        paintInCart(*painter, tile, inCart, option.direction);
    painter->restore();
}

void ProductTileDelegate::paintArt(QPainter &painter, const QRectF &tile, const QModelIndex &index,
                                   bool isHovered) const
{
    const bool isSoldOut = stockOf(index) == StockState::SoldOut;
    const Tint tint = m_theme.tint(index.data(ProductGridModel::TintRole).toInt());
    const QColor ground = isSoldOut ? m_theme.colour(Colour::Surface2) : tint.ground;
    const QColor ink = isSoldOut ? m_theme.colour(Colour::Text3) : tint.ink;

    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Surface));
    painter.drawRoundedRect(tile, radius::Card, radius::Card);
    painter.fillPath(artShape(tile), ground);
    const QPointF middle(tile.center().x(), tile.top() + size::TileArt / 2.0);
    const qreal half = size::IconArt / 2.0;
    painter.drawPixmap(middle - QPointF(half, half),
                       iconPixmap(index.data(ProductGridModel::IconRole).toString(), ink,
                                  size::IconArt, painter.device()->devicePixelRatioF()));
    if (isHovered) {
        QColor veil = m_theme.colour(Colour::Text);
        veil.setAlpha(12);
        painter.setBrush(veil);
        painter.drawRoundedRect(tile, radius::Card, radius::Card);
    }
}

void ProductTileDelegate::paintName(QPainter &painter, const QRectF &tile, const QModelIndex &index,
                                    Qt::LayoutDirection direction) const
{
    const bool isSoldOut = stockOf(index) == StockState::SoldOut;
    const QString name = withUnitsKept(index.data(Qt::DisplayRole).toString());
    const QFont font = m_theme.font(type::Body, Weight::Medium);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme.colour(isSoldOut ? Colour::Text3 : Colour::Text));

    QRectF line(tile.left() + space::M, tile.top() + size::TileArt + 9, tile.width() - 2 * space::M,
                NameLineHeight);
    if (metrics.horizontalAdvance(name) <= line.width()) {
        painter.drawText(line, leadingEdge(direction), isolated(name));
        return;
    }
    QTextLayout layout(name, font);
    QTextOption wrap;
    // A name without spaces breaks inside the word rather than leave its tile.
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    for (int number = 1; number <= NameLinesMax; ++number) {
        QTextLine part = layout.createLine();
        if (!part.isValid())
            break;
        part.setLineWidth(line.width());
        const QString rest = name.mid(part.textStart());
        const QString text = number == NameLinesMax
                                 ? metrics.elidedText(rest, Qt::ElideRight, line.width())
                                 : rest.left(part.textLength()).trimmed();
        painter.drawText(line, leadingEdge(direction), isolated(text));
        line.translate(0, NameLineHeight);
    }
    layout.endLayout();
}

void ProductTileDelegate::paintPrice(QPainter &painter, const QRectF &tile,
                                     const QModelIndex &index, Qt::LayoutDirection direction) const
{
    const StockState stock = stockOf(index);
    const QRectF line(tile.left() + space::M, tile.bottom() - 27, tile.width() - 2 * space::M, 18);
    const QString badge = index.data(ProductGridModel::BadgeTextRole).toString();

    const QFont badgeFont = m_theme.font(type::Small, Weight::Medium);
    qreal badgeWidth = 0;
    if (!badge.isEmpty())
        badgeWidth = QFontMetricsF(badgeFont).horizontalAdvance(badge) + 14;

    painter.setFont(m_theme.font(type::Body, Weight::Bold));
    painter.setPen(m_theme.colour(stock == StockState::SoldOut ? Colour::Text3 : Colour::Text));
    const QString price = index.data(ProductGridModel::PriceTextRole).toString();
    painter.drawText(line, leadingEdge(direction), isolated(price));
    if (badge.isEmpty())
        return;

    // A long price keeps its line: then the badge goes one line up.
    const qreal priceWidth = QFontMetricsF(painter.font()).horizontalAdvance(price);
    const bool fits = priceWidth + space::Xs + badgeWidth <= line.width();
    const QRectF place(line.right() - badgeWidth, line.top() - 1 - (fits ? 0 : BadgeHeight),
                       badgeWidth, BadgeHeight);
    const QRectF shape = mirroredIn(tile, place, direction);
    const bool isSoldOut = stock == StockState::SoldOut;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(isSoldOut ? Colour::DangerSoft : Colour::WarnSoft));
    painter.drawRoundedRect(shape, BadgeHeight / 2, BadgeHeight / 2);
    painter.setPen(m_theme.colour(isSoldOut ? Colour::Danger : Colour::Warn));
    painter.setFont(badgeFont);
    painter.drawText(shape, Qt::AlignCenter, isolated(badge));
}

void ProductTileDelegate::paintInCart(QPainter &painter, const QRectF &tile, int count,
                                      Qt::LayoutDirection direction) const
{
    // Isolated, or a text from right to left would turn it round.
    const QString text = u"\u2066×%1\u2069"_s.arg(count);
    const QFont font = m_theme.font(type::Secondary, Weight::Bold);
    const qreal width = std::max<qreal>(26, QFontMetricsF(font).horizontalAdvance(text) + 14);
    const QRectF place(tile.right() - width - space::S, tile.top() + space::S, width,
                       CartBadgeHeight);
    const QRectF shape = mirroredIn(tile, place, direction);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Primary));
    painter.drawRoundedRect(shape, CartBadgeHeight / 2, CartBadgeHeight / 2);
    painter.setPen(m_theme.colour(Colour::OnPrimary));
    painter.setFont(font);
    painter.drawText(shape, Qt::AlignCenter, text);
}

} // namespace tp::ui
