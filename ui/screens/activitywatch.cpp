// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/activitywatch.h"

#include "ui/presentation/sessionpresenter.h"

#include <QApplication>
#include <QEvent>

#include <utility>

namespace tp::ui {

ActivityWatch::ActivityWatch(SessionPresenter &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    qApp->installEventFilter(this);
}

bool ActivityWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // Comes ahead of the key, and may be all that comes of it.
        m_isKeyLate = !m_session.noteActivity();
        if (m_isKeyLate) {
            event->accept(); // So that it is offered neither to parents nor to shortcuts.
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (std::exchange(m_isKeyLate, false) || !m_session.noteActivity())
            return true;
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        if (!m_session.noteActivity())
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tp::ui
