// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/windowgrab.h"

#include <QPixmap>
#include <QWidget>

namespace tp::app {

WindowGrab::WindowGrab(QWidget &window, const QString &file, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_file(file)
{
    m_patience.setSingleShot(true);
    m_settle.setSingleShot(true);
    m_settle.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, [this] { save(false); });
    connect(&m_settle, &QTimer::timeout, this, [this] { save(true); });
    m_patience.start(30'000);
}

void WindowGrab::look(bool isWhole)
{
    if (isWhole)
        m_settle.start();
    else
        m_settle.stop();
}

void WindowGrab::save(bool isWhole)
{
    m_patience.stop();
    m_settle.stop();
    const bool isSaved = m_window.grab().save(m_file);
    emit done(isSaved && isWhole ? 0 : 1);
}

} // namespace tp::app
