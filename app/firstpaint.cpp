// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/firstpaint.h"

#include <QEvent>
#include <QWidget>

namespace tp::app {

FirstPaint::FirstPaint(QWidget &window, QObject *parent) : QObject(parent), m_window(window)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &FirstPaint::goOn);
    m_patience.start(1'000);
    m_window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        m_window.removeEventFilter(this);
        // Its children are painted after it: the next turn of the loop has the whole picture.
        QMetaObject::invokeMethod(this, &FirstPaint::painted, Qt::QueuedConnection);
        QMetaObject::invokeMethod(this, &FirstPaint::goOn, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void FirstPaint::goOn()
{
    m_patience.stop();
    if (!std::exchange(m_hasGoneOn, true))
        emit mayGoOn();
}

} // namespace tp::app
