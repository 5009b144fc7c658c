// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/database.h"
#include "backend/storage/poolqueue.h"

#include <functional>
#include <thread>
#include <vector>

namespace tp::storage {

/// Threads for reads that may take a while, each with a connection of its own that it opens when
/// the first read comes. May be used from any thread.
class ReaderPool
{
public:
    using OpenSession = std::function<Result<std::unique_ptr<ReadSession>>()>;

    ReaderPool(int threads, int queueMax, OpenSession openSession);
    ~ReaderPool();
    ReaderPool(const ReaderPool &) = delete;
    ReaderPool &operator=(const ReaderPool &) = delete;

    bool submit(Database::ReadJob work) { return m_jobs.put(std::move(work)); }
    int waiting() const { return m_jobs.waiting(); }

    /// Runs what waits, then ends the threads. May be called twice.
    void close();

private:
    void run();

    OpenSession m_openSession;
    PoolQueue<Database::ReadJob> m_jobs;
    std::vector<std::thread> m_threads;
};

} // namespace tp::storage
