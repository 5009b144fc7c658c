// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/outbox/outboxfile.h"

#include <QObject>
#include <QThread>

#include <utility>

namespace tp::outbox {

/// Where the outbox's file is read and written: a disk may stall for seconds, and the window must
/// not. Belongs to the thread that made it; the file to the one that it starts.
class OutboxThread final : public QObject
{
    Q_OBJECT

public:
    explicit OutboxThread(const QString &path);

    /// What was asked for by then is written first.
    ~OutboxThread() override;

    /// Calls `work` with the file on its thread, one after another, and `reply` with what it
    /// returned here; not when this has died by then.
    template <typename Work, typename Reply>
    void ask(Work work, Reply reply)
    {
        auto there = [this, work = std::move(work), reply = std::move(reply)]() mutable {
            auto here = [reply = std::move(reply), answer = work(m_file)]() { reply(answer); };
            QMetaObject::invokeMethod(this, std::move(here), Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(&m_there, std::move(there), Qt::QueuedConnection);
    }

private:
    OutboxDatabase m_database;
    OutboxFile m_file;
    QObject m_there;
    QThread m_thread;
};

} // namespace tp::outbox
