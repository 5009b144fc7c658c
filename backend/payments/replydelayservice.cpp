// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/replydelayservice.h"

#include <chrono>

namespace tp::payments {

ReplyDelayService::ReplyDelayService(const Clock &clock) : m_clock(clock)
{
    m_thread = std::thread([this] { run(); });
}

ReplyDelayService::~ReplyDelayService()
{
    close();
}

void ReplyDelayService::later(qint64 delayMs, Call call)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isClosed) {
            const qint64 dueMs = m_clock.steadyMs() + delayMs;
            const bool isNext = m_calls.empty() || dueMs < m_calls.begin()->first;
            m_calls.emplace(dueMs, std::move(call));
            if (isNext)
                m_changed.notify_one();
            return;
        }
    }
    call();
}

void ReplyDelayService::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ReplyDelayService::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isClosed || !m_calls.empty()) {
        if (m_calls.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const qint64 waitMs = m_calls.begin()->first - m_clock.steadyMs();
        if (!m_isClosed && waitMs > 0) {
            m_changed.wait_for(lock, std::chrono::milliseconds(waitMs));
            continue;
        }
        const Call call = std::move(m_calls.extract(m_calls.begin()).mapped());
        lock.unlock();
        call();
        lock.lock();
    }
}

} // namespace tp::payments
