// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/outboxthread.h"

namespace tp::outbox {

OutboxThread::OutboxThread(const QString &path) : m_database(path), m_file(m_database)
{
    m_thread.setObjectName(QStringLiteral("outbox"));
    m_there.moveToThread(&m_thread);
    m_thread.start();
}

OutboxThread::~OutboxThread()
{
    // Queued behind all that was asked for.
    const auto end = [this] {
        m_database.close();
        m_thread.quit();
    };
    QMetaObject::invokeMethod(&m_there, end, Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace tp::outbox
