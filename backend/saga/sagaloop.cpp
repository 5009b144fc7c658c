// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagaloop.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tp::saga {

namespace {

/// A time-out of the wait; the clock may go another way than the machine's.
constexpr qint64 WaitMsMax = 60'000;

} // namespace

bool SagaLoop::Inbox::post(Function function)
{
    const std::lock_guard lock(m_mutex);
    if (m_isClosed)
        return false;
    m_functions.push_back(std::move(function));
    m_changed.notify_one();
    return true;
}

SagaLoop::SagaLoop(const Clock &clock) : m_clock(clock) {}

SagaLoop::~SagaLoop()
{
    Q_ASSERT(!m_thread.joinable());
}

void SagaLoop::start()
{
    m_thread = std::thread([this] { run(); });
}

void SagaLoop::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void SagaLoop::after(qint64 ms, Function function)
{
    m_timers.emplace(m_clock.steadyMs() + std::max<qint64>(ms, 0), std::move(function));
}

void SagaLoop::end()
{
    m_isEnding = true;
    std::vector<Function> dropped; // What they hold ends outside the lock.
    const std::lock_guard lock(m_inbox->m_mutex);
    m_inbox->m_isClosed = true;
    dropped.swap(m_inbox->m_functions);
}

void SagaLoop::run()
{
    while (!m_isEnding) {
        for (Function &function : wait()) {
            const Function once = std::move(function); // Gone before the next one runs.
            if (!m_isEnding)
                once();
        }
        runDue();
    }
    m_timers.clear();
}

void SagaLoop::runDue()
{
    while (!m_isEnding && !m_timers.empty() && m_timers.begin()->first <= m_clock.steadyMs()) {
        const auto due = m_timers.extract(m_timers.begin());
        due.mapped()();
    }
}

std::vector<SagaLoop::Function> SagaLoop::wait()
{
    qint64 ms = WaitMsMax;
    if (!m_timers.empty())
        ms = std::clamp<qint64>(m_timers.begin()->first - m_clock.steadyMs(), 0, WaitMsMax);
    std::unique_lock lock(m_inbox->m_mutex);
    m_inbox->m_changed.wait_for(lock, std::chrono::milliseconds(ms),
                                [this] { return !m_inbox->m_functions.empty(); });
    return std::exchange(m_inbox->m_functions, {});
}

} // namespace tp::saga
