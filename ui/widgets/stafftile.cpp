// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/stafftile.h"

#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int AvatarPixels = 44;
constexpr qreal NameTop = space::M + AvatarPixels + space::S;
constexpr qreal TextLineHeight = 20;

} // namespace

StaffTile::StaffTile(Theme &theme, QWidget *parent) : QPushButton(parent), m_theme(theme)
{
    setProperty("kind", u"staff"_s);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus); // A tap leaves the keyboard to the PIN.
    setFixedSize(size::StaffTileWidth, size::StaffTile);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StaffTile::show(const Content &content)
{
    m_content = content;
    setAccessibleName(content.name);
    setAccessibleDescription(content.trouble.isEmpty()
                                 ? content.role
                                 //: Read aloud of a colleague: role, then what is the matter.
                                 : tr("%1, %2").arg(content.role, content.trouble));
    setToolTip(content.name);
    update();
}

QSize StaffTile::sizeHint() const
{
    return {size::StaffTileWidth, size::StaffTile};
}

void StaffTile::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF patch((width() - AvatarPixels) / 2.0, space::M, AvatarPixels, AvatarPixels);
    Avatar::paint(painter, patch, m_content.name, m_theme);
    if (m_content.isLocked) {
        const QPointF corner(patch.right() + space::Xs, patch.top());
        painter.drawPixmap(
            corner, m_theme.pixmap(Icon::Lock, Colour::Danger, size::IconM, devicePixelRatioF()));
    }

    const QRectF lines(space::S, NameTop, width() - 2 * space::S, TextLineHeight);
    const QFont nameFont = m_theme.font(type::Body, Weight::Medium);
    painter.setFont(nameFont);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.drawText(
        lines, Qt::AlignCenter,
        QFontMetricsF(nameFont).elidedText(m_content.name, Qt::ElideRight, lines.width()));

    const QFont roleFont = m_theme.font(type::Secondary);
    painter.setFont(roleFont);
    painter.setPen(m_theme.colour(m_content.isLocked ? Colour::Danger : Colour::Text2));
    const QString second = m_content.trouble.isEmpty() ? m_content.role : m_content.trouble;
    painter.drawText(lines.translated(0, TextLineHeight), Qt::AlignCenter,
                     QFontMetricsF(roleFont).elidedText(second, Qt::ElideRight, lines.width()));
}

} // namespace tp::ui
