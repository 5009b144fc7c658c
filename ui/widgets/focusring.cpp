// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/focusring.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int RingRoom = size::FocusGap + size::FocusRing + 1;

bool isByKey(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing(Theme &theme, QWidget &window) : QWidget(&window), m_theme(theme)
{
    setObjectName(u"focusRing"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    // The reason comes with FocusIn, which QApplication::focusChanged() is too late for.
    qApp->installEventFilter(this);
}

/// The button itself, or a widget that it stands in: each of them can move it or hide it.
bool FocusRing::isOurs(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && m_target && (widget == m_target || widget->isAncestorOf(m_target));
}

void FocusRing::follow(QWidget *target, Qt::FocusReason reason)
{
    m_target = target;
    m_cameByKey = isByKey(reason);
    place();
}

void FocusRing::letGo()
{
    m_target.clear();
    hide();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::FocusIn) {
        // Fields and lists show their focus themselves.
        auto *button = qobject_cast<QAbstractButton *>(watched);
        if (button && button->window() == window())
            follow(button, static_cast<QFocusEvent *>(event)->reason());
    } else if (type == QEvent::FocusOut && watched == m_target) {
        letGo();
    } else if (type == QEvent::KeyPress && watched == m_target && !m_cameByKey) {
        m_cameByKey = true;
        place();
    } else if (type == QEvent::MouseButtonPress && m_cameByKey) {
        m_cameByKey = false;
        place();
    } else if ((type == QEvent::Move || type == QEvent::Resize || type == QEvent::Show ||
                type == QEvent::Hide) &&
               isOurs(watched)) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::place()
{
    if (!m_target || !m_cameByKey || !m_target->isVisible()) {
        hide();
        return;
    }
    const QPoint corner = m_target->mapTo(window(), QPoint(0, 0));
    setGeometry(QRect(corner, m_target->size()).adjusted(-RingRoom, -RingRoom, RingRoom, RingRoom));
    show();
    raise();
    update();
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Colour::Text), size::FocusRing + 0.5));
    const qreal inset = (size::FocusRing + 1) / 2.0;
    const QRectF ring = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    const bool isChip = m_target && m_target->property("kind").toString() == "chip"_L1;
    const qreal corner = isChip ? ring.height() / 2 : radius::Control + size::FocusGap + 1;
    painter.drawRoundedRect(ring, corner, corner);
}

} // namespace tp::ui
