// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/jobqueue.h"

namespace tp::storage {

namespace {

/// Sales go first, but not for ever: after so many takes a waiting piece of bulk work has its turn.
constexpr int SalesInARowMax = 16;

} // namespace

bool JobQueue::push(Writer::Lane lane, Entry entry)
{
    {
        const std::lock_guard lock(m_mutex);
        auto &jobs = lane == Writer::Lane::Sales ? m_sales : m_bulk;
        if (m_isClosed || jobs.size() >= m_perLaneMax)
            return false;
        jobs.push_back(std::move(entry));
    }
    m_changed.notify_one();
    return true;
}

std::vector<JobQueue::Entry> JobQueue::take(int max)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isClosed || !m_sales.empty() || !m_bulk.empty(); });

    std::vector<Entry> taken;
    if (isBulksTurn()) {
        m_salesInARow = 0;
        taken.push_back(std::move(m_bulk.front()));
        m_bulk.pop_front();
        return taken;
    }
    m_salesInARow = m_bulk.empty() ? 0 : m_salesInARow + 1;
    while (!m_sales.empty() && taken.size() < std::size_t(max)) {
        taken.push_back(std::move(m_sales.front()));
        m_sales.pop_front();
    }
    return taken;
}

bool JobQueue::isBulksTurn() const
{
    return !m_bulk.empty() && (m_sales.empty() || m_salesInARow >= SalesInARowMax);
}

void JobQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_changed.notify_all();
    m_closed.notify_all();
}

void JobQueue::waitUnlessClosed(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_closed.wait_for(lock, time, [this] { return m_isClosed; });
}

int JobQueue::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_sales.size() + m_bulk.size());
}

} // namespace tp::storage
