// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/workpool.h"

#include "backend/http/log.h"

#include <sys/resource.h>

#include <exception>

namespace tp::http {

namespace {

constexpr int WorkNiceness = 15;

} // namespace

WorkPool::WorkPool(int threads, int queueMax) : m_queueMax(std::size_t(queueMax))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

WorkPool::~WorkPool()
{
    close();
}

void WorkPool::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

bool WorkPool::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed || m_jobs.size() >= m_queueMax)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

int WorkPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_jobs.size());
}

void WorkPool::run()
{
    ::setpriority(PRIO_PROCESS, 0, WorkNiceness); // On Linux this is the calling thread's alone.
    while (const Job job = take()) {
        try {
            job();
        } catch (const std::exception &error) {
            qCCritical(httpLog) << "work threw" << error.what();
        }
    }
}

WorkPool::Job WorkPool::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isClosed || !m_jobs.empty(); });
    if (m_jobs.empty())
        return {};
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

} // namespace tp::http
