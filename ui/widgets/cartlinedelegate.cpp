// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/cartlinedelegate.h"

#include "ui/presentation/cartmodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace tp::ui {

namespace {

constexpr int SelectionInset = 8;
constexpr int NameTop = 9;
constexpr int NameHeight = 22;
constexpr int DetailHeight = 20;

/// Each text runs in its own direction, whatever is around it.
QString asItself(const QString &text)
{
    return u'\u2068' + text + u'\u2069';
}

} // namespace

CartLineDelegate::CartLineDelegate(const Theme &theme, Use use, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_use(use)
{}

bool CartLineDelegate::isSelected(const QModelIndex &index) const
{
    return m_use == Use::Cart && index.data(CartModel::SelectedRole).toBool();
}

QSize CartLineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {1, isSelected(index) ? size::CartLineSelected : size::CartLine};
}

void CartLineDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const QRectF place(option.rect);
    if (isSelected(index)) {
        const QRectF ground = place.adjusted(SelectionInset, 1, -SelectionInset, -1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Colour::PrimarySoft));
        painter.drawRoundedRect(ground, radius::Control, radius::Control);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(m_theme.colour(Colour::Text), 2.5));
            painter.drawRoundedRect(ground.adjusted(1.5, 1.5, -1.5, -1.5), radius::Control,
                                    radius::Control);
        }
        return;
    }
    const QModelIndex next = index.siblingAtRow(index.row() + 1);
    if (!next.isValid() || isSelected(next))
        return;
    const int side = m_use == Use::Cart ? space::Xl : 0;
    painter.fillRect(QRectF(place.left() + side, place.bottom() - 1, place.width() - 2 * side, 1),
                     m_theme.colour(Colour::Border));
}

void CartLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, index);

    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto vertical = Qt::AlignVCenter | Qt::AlignAbsolute;
    const int leading = int(vertical | (mirrored ? Qt::AlignRight : Qt::AlignLeft));
    const int trailing = int(vertical | (mirrored ? Qt::AlignLeft : Qt::AlignRight));
    const int side = m_use == Use::Cart ? space::Xl : 0;
    const qreal scrollRoom = m_use == Use::Cart ? 0 : space::M;
    const QRectF room = QRectF(option.rect)
                            .adjusted(side + (mirrored ? scrollRoom : 0), 0,
                                      -side - (mirrored ? 0 : scrollRoom), 0);
    QRectF line(room.left(), room.top() + NameTop, room.width(), NameHeight);

    const QString amount = index.data(CartModel::AmountRole).toString();
    painter->setFont(m_theme.font(type::CartLine, Weight::Bold));
    painter->setPen(m_theme.colour(Colour::Text));
    painter->drawText(line, trailing, asItself(amount));

    const qreal amountWidth = painter->fontMetrics().horizontalAdvance(amount) + space::M;
    painter->setFont(m_theme.font(type::CartLine, Weight::Medium));
    const QString name = painter->fontMetrics().elidedText(
        index.data(Qt::DisplayRole).toString(), Qt::ElideRight, int(line.width() - amountWidth));
    painter->drawText(line, leading, asItself(name));

    line = QRectF(room.left(), line.bottom(), room.width(), DetailHeight);
    painter->setFont(m_theme.font(type::Secondary));
    painter->setPen(m_theme.colour(Colour::Text2));
    const QString detail = painter->fontMetrics().elidedText(
        index.data(CartModel::DetailRole).toString(), Qt::ElideRight, int(line.width()));
    painter->drawText(line, leading, asItself(detail));
    painter->restore();
}

} // namespace tp::ui
