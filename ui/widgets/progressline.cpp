// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/progressline.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int LineHeight = 3;
constexpr int BeatMs = 33;
constexpr int Steps = 40;

} // namespace

ProgressLine::ProgressLine(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"progressLine"_s);
    setFixedHeight(LineHeight);
    m_beat.setInterval(BeatMs);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % Steps;
        update();
    });
}

void ProgressLine::setRunning(bool isRunning)
{
    if (isRunning == m_beat.isActive())
        return;
    if (isRunning)
        m_beat.start();
    else
        m_beat.stop();
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (!m_beat.isActive())
        return;
    QPainter painter(this);
    const qreal part = width() * 0.3;
    const qreal way = width() + part;
    const qreal x = way * m_step / Steps - part;
    painter.fillRect(QRectF(isRightToLeft() ? width() - x - part : x, 0, part, height()),
                     m_theme.colour(Colour::Primary));
}

} // namespace tp::ui
