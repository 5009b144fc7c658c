// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QThread;

namespace tp::http {

/// How other threads have something run on a thread with an event loop. Functions run in the order
/// in which they were posted. Shared by whoever posts, so that a late post finds a closed mailbox
/// and not a dangling pointer.
class Mailbox
{
public:
    using Function = std::function<void()>;

    /// `thread` may not have started yet. Made on the thread that makes `thread`.
    explicit Mailbox(QThread *thread);
    ~Mailbox();
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// From any thread. After close() the function is destroyed without having run, and the answer
    /// is false.
    bool post(Function function);

    /// Whether the caller runs on the mailbox's own thread, and it is open.
    bool isHere() const;

    /// On its own thread: what was posted and did not run yet is destroyed. May be called twice.
    void close();

private:
    class Receiver;
    void run();

    QThread *const m_thread;
    std::mutex m_mutex; ///< Guards receiver, functions and whether it was woken.
    std::unique_ptr<Receiver> m_receiver;
    std::vector<Function> m_functions;
    bool m_isWoken = false;
    bool m_isRunning = false; ///< Only its own thread looks.
};

} // namespace tp::http
