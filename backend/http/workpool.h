// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/poolqueue.h"

#include <functional>
#include <thread>
#include <vector>

namespace tp::http {

/// Threads for work that keeps a core busy for long and needs neither a socket nor the database:
/// the hashing of passwords. As many run at once as there are threads, so that the memory of each
/// adds up to a known sum; behind the I/O threads and the writer where cores are few.
class WorkPool
{
public:
    using Job = std::function<void()>;

    WorkPool(int threads, int queueMax);
    ~WorkPool();

    /// Runs what waits to its end; takes no more.
    void close();

    /// False at once when too many wait. From any thread.
    [[nodiscard]] bool submit(Job job) { return m_jobs.put(std::move(job)); }

    /// How many jobs wait, for the metrics.
    int waiting() const { return m_jobs.waiting(); }

private:
    void run();

    storage::PoolQueue<Job> m_jobs;
    std::vector<std::thread> m_threads;
};

} // namespace tp::http
