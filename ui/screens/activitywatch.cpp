// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/activitywatch.h"

#include "ui/presentation/sessionpresenter.h"

#include <QApplication>
#include <QEvent>

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
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // Comes ahead of the key, and may be all that comes of it.
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
