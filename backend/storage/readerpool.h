// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
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

    bool submit(Database::ReadJob work);
    int waiting() const;

    /// Runs what waits, then ends the threads. May be called twice.
    void close();

private:
    void run();
    Database::ReadJob take();

    OpenSession m_openSession;
    std::size_t m_queueMax;
    mutable std::mutex m_mutex; ///< Guards all below but the threads.
    std::condition_variable m_changed;
    std::deque<Database::ReadJob> m_jobs;
    bool m_isClosed = false;
    std::vector<std::thread> m_threads;
};

} // namespace tp::storage
