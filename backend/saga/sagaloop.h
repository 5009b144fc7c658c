// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tp::saga {

/// A thread that runs what it is told, in order, and what is due by the clock. Nothing that it runs
/// may block.
class SagaLoop
{
public:
    using Function = std::function<void()>;

    /// Where others put what the thread shall run. Shared by whoever posts, so that a late answer
    /// finds a closed inbox and not a dangling pointer.
    class Inbox
    {
    public:
        /// From any thread. False when it is closed: the function will not run.
        bool post(Function function);

    private:
        friend class SagaLoop;

        std::mutex m_mutex; ///< Guards all below.
        std::condition_variable m_changed;
        std::vector<Function> m_functions;
        bool m_isClosed = false;
    };

    explicit SagaLoop(const Clock &clock);
    ~SagaLoop();
    SagaLoop(const SagaLoop &) = delete;
    SagaLoop &operator=(const SagaLoop &) = delete;

    void start();

    /// Waits until the thread has ended; any other thread. May be called twice.
    void join();

    const std::shared_ptr<Inbox> &inbox() const { return m_inbox; }

    /// The thread's own: runs it so much later. A clock that is moved by hand is looked at again
    /// when something is posted.
    void after(qint64 ms, Function function);

    /// The thread's own: it runs nothing more, and takes nothing in.
    void end();

private:
    void run();
    void runDue();
    std::vector<Function> wait();

    const Clock &m_clock;
    std::shared_ptr<Inbox> m_inbox = std::make_shared<Inbox>();
    std::multimap<qint64, Function> m_timers; ///< By Clock::steadyMs(); the thread's own.
    bool m_isEnding = false;                  ///< The thread's own.
    std::thread m_thread;
};

} // namespace tp::saga
