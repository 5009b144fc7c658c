// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/demopersonrow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int RowHeight = 60;
constexpr int RowWidthMin = 440;
constexpr int PatchPixels = 36;
constexpr qreal RowLine = 20;

} // namespace

DemoPersonRow::DemoPersonRow(Theme &theme, QWidget *parent) : QPushButton(parent), m_theme(theme)
{
    setProperty("kind", u"row"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DemoPersonRow::show(const DemoPerson &person, const QString &role)
{
    m_person = person;
    m_role = role;
    //: Read aloud of one of the demo shop's people: name, role
    setAccessibleName(tr("%1, %2").arg(person.name, role));
    setAccessibleDescription(
        tr("%1, password %2, PIN %3").arg(person.email, person.password, person.pin));
    update();
}

QSize DemoPersonRow::sizeHint() const
{
    return {RowWidthMin, RowHeight};
}

void DemoPersonRow::paintLine(QPainter &painter, const QRectF &room, int alignment,
                              const QString &text)
{
    painter.drawText(room, alignment,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, int(room.width())));
}

void DemoPersonRow::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = isRightToLeft();
    const QRectF room = QRectF(rect()).adjusted(space::S, 0, -space::S, 0);
    const qreal patchX = mirrored ? room.right() - PatchPixels : room.left();
    Avatar::paint(painter,
                  {patchX, room.center().y() - PatchPixels / 2.0, PatchPixels, PatchPixels},
                  m_person.name, m_theme);

    const qreal before = PatchPixels + space::M;
    const QRectF texts =
        mirrored ? room.adjusted(0, 0, -before, 0) : room.adjusted(before, 0, 0, 0);
    const QRectF upper(texts.left(), texts.center().y() - RowLine, texts.width(), RowLine);
    const QRectF lower = upper.translated(0, RowLine);
    const int leading = int(Qt::AlignVCenter | Qt::AlignLeft); // Mirrored by the painter.
    const int trailing = int(Qt::AlignVCenter | Qt::AlignRight);

    painter.setFont(m_theme.font(type::Body, Weight::Medium));
    painter.setPen(m_theme.colour(isEnabled() ? Colour::Text : Colour::Text3));
    //: One of the demo shop's people: "Mia Brandt · Owner"
    paintLine(painter, upper, leading, tr("%1 · %2").arg(m_person.name, m_role));
    painter.setFont(m_theme.font(type::Secondary, Weight::Medium));
    paintLine(painter, upper, trailing, m_person.password);
    painter.setFont(m_theme.font(type::Secondary));
    painter.setPen(m_theme.colour(isEnabled() ? Colour::Text2 : Colour::Text3));
    paintLine(painter, lower, leading, m_person.email);
    paintLine(painter, lower, trailing, tr("PIN %1").arg(m_person.pin));
}

} // namespace tp::ui
