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

WorkPool::WorkPool(int threads, int queueMax) : m_jobs(queueMax)
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
    m_jobs.close();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void WorkPool::run()
{
    ::setpriority(PRIO_PROCESS, 0, WorkNiceness); // On Linux this is the calling thread's alone.
    while (const Job job = m_jobs.take()) {
        try {
            job();
        } catch (const std::exception &error) {
            qCCritical(httpLog) << "work threw" << error.what();
        }
    }
}

} // namespace tp::http
