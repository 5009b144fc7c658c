// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>

namespace tp::storage {

/// Jobs that wait for the threads of a pool, so many at the most. `Job` is a std::function. May be
/// used from any thread.
template <typename Job>
class PoolQueue
{
public:
    explicit PoolQueue(int max) : m_max(std::size_t(max)) {}

    /// False at once when too many wait, or when it is closed.
    [[nodiscard]] bool put(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isClosed || m_jobs.size() >= m_max)
                return false;
            m_jobs.push_back(std::move(job));
        }
        m_changed.notify_one();
        return true;
    }

    /// Waits for a job; an empty one when it is closed and none is left.
    Job take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isClosed || !m_jobs.empty(); });
        if (m_jobs.empty())
            return {};
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }

    int waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return int(m_jobs.size());
    }

    /// What waits is still given out; no more comes.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isClosed = true;
        }
        m_changed.notify_all();
    }

private:
    const std::size_t m_max;
    mutable std::mutex m_mutex; ///< Guards the two below.
    std::deque<Job> m_jobs;
    bool m_isClosed = false;
    std::condition_variable m_changed;
};

} // namespace tp::storage
