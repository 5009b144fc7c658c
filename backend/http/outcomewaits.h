// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/mailbox.h"
#include "backend/kernel/uuid.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace tp::http {

/// Requests that wait for the end of what they began, without a thread that waits. Lives on a
/// thread with an event loop, which wakes them.
class OutcomeWaits
{
public:
    using Woken = std::function<void()>;

    OutcomeWaits();
    ~OutcomeWaits();

    /// From any thread: `woken` is called once, on the thread of this, when ended() says so, after
    /// `ms`, or at the end. It must not block. False, and it is never called: nobody is to wait any
    /// more.
    [[nodiscard]] bool add(Uuid begun, qint64 ms, Woken woken);

    /// From any thread.
    void ended(Uuid begun);

    /// On its own thread: wakes all. May be called twice.
    void close();

private:
    struct Wait
    {
        std::unique_ptr<QTimer> timeout;
        Woken woken;
    };
    void wake(Uuid begun);
    void put(Uuid begun, qint64 ms, Woken woken);

    Mailbox m_mailbox;
    std::atomic<bool> m_isClosed = false;
    std::multimap<Uuid, Wait> m_waits; ///< Its own thread's.
};

} // namespace tp::http
