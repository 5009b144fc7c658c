// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/writer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace tp::storage {

/// What waits for a writer: two lanes, each with a bound. May be used from any thread.
class JobQueue
{
public:
    struct Entry
    {
        Writer::Job job;
        Writer::Done done;
    };

    explicit JobQueue(int perLaneMax) : m_perLaneMax(std::size_t(perLaneMax)) {}

    /// False when the lane is full or the queue closed.
    bool push(Writer::Lane lane, Entry entry);

    /// Waits for work and takes what is there: sales, `max` at most, or else one piece of bulk
    /// work, so that no sale waits for more than one. Empty when closed and drained.
    std::vector<Entry> take(int max);

    /// No more is taken in; what waits is still given out.
    void close();
    int waiting() const;

    /// Lets a little time pass between two attempts at a job; none when the queue is closed.
    void waitUnlessClosed(std::chrono::milliseconds time);

private:
    bool isBulksTurn() const;

    mutable std::mutex m_mutex; ///< Guards all below.
    std::condition_variable m_changed;
    std::condition_variable m_closed;
    std::deque<Entry> m_sales;
    std::deque<Entry> m_bulk;
    std::size_t m_perLaneMax;
    int m_salesInARow = 0;
    bool m_isClosed = false;
};

} // namespace tp::storage
