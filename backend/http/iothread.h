// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/connectionset.h"
#include "backend/http/mailbox.h"
#include "backend/http/servercounters.h"

#include <QThread>

#include <functional>
#include <memory>

namespace tp::http {

/// One I/O thread as the main thread sees it: everything in here is a letter to its mailbox.
class IoThread
{
public:
    IoThread(const ServerContext &context, int index);
    ~IoThread(); ///< Ends the thread and waits for it.

    void start();
    void add(int descriptor, Admission admission);
    /// `drained` is called on the I/O thread, once its last connection has gone.
    void stop(std::function<void()> drained);
    /// Drops what is left and ends. `ended` is called on the I/O thread, as the last thing.
    void end(std::function<void()> ended);

private:
    void threadBegins();
    void threadEnds();

    const ServerContext &m_context;
    const int m_index;
    QThread m_thread;
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<ConnectionSet> m_connections; ///< Belongs to the I/O thread.
    bool m_isStarted = false;
    bool m_isEnding = false;
};

} // namespace tp::http
