// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/avatar.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace tp::ui {

namespace {

/// The same for a name on every computer and in every run, as qHash is not.
int tintPlace(const QString &name)
{
    quint32 sum = 2'166'136'261U; // FNV-1a
    for (const QChar letter : name)
        sum = (sum ^ letter.unicode()) * 16'777'619U;
    return int(sum >> 8);
}

} // namespace

QString initialsOf(const QString &name)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString initials;
    const QStringList ends =
        words.size() == 1 ? words : QStringList{words.constFirst(), words.constLast()};
    for (const QString &word : ends) {
        const int letterLength = word.front().isHighSurrogate() ? 2 : 1;
        initials += word.left(letterLength).toUpper();
    }
    return initials;
}

Avatar::Avatar(Theme &theme, int pixels, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(pixels, pixels);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    update();
}

void Avatar::paint(QPainter &painter, const QRectF &room, const QString &name, const Theme &theme)
{
    const Tint tint = theme.tint(tintPlace(name));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint.ground);
    painter.drawEllipse(room);
    const QString initials = initialsOf(name);
    painter.setPen(tint.ink);
    painter.setFont(theme.font(int(room.height() * 0.38), Weight::Medium));
    painter.drawText(room, Qt::AlignCenter, initials);
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QRectF(rect()), m_name, m_theme);
}

} // namespace tp::ui
