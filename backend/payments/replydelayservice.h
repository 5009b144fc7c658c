// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace tp::payments {

/// Calls functions later, on a thread of its own: what a gateway says late, and that it says
/// nothing in time. Any thread may ask for it. The clock must go on by itself.
class ReplyDelayService
{
public:
    using Call = std::function<void()>;

    /// `clock` outlives this.
    explicit ReplyDelayService(const Clock &clock);
    ~ReplyDelayService();
    ReplyDelayService(const ReplyDelayService &) = delete;
    ReplyDelayService &operator=(const ReplyDelayService &) = delete;

    /// Calls are made in the order in which they are due. After close() it is made at once, here.
    void later(qint64 delayMs, Call call);

    /// Calls what waits at once, then ends the thread. May be called twice.
    void close();

private:
    void run();

    const Clock &m_clock;
    std::mutex m_mutex; ///< Guards the three below.
    std::condition_variable m_changed;
    std::multimap<qint64, Call> m_calls; ///< By when they are due, on the steady clock.
    bool m_isClosed = false;
    std::thread m_thread;
};

} // namespace tp::payments
