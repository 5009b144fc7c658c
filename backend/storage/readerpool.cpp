// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/readerpool.h"

#include "backend/storage/storagelog.h"

#include <sys/resource.h>

#include <exception>

namespace tp::storage {

namespace {

constexpr int ReaderNiceness = 10;

void readWith(std::unique_ptr<ReadSession> &session, const ReaderPool::OpenSession &openSession,
              const Database::ReadJob &work)
{
    if (!session) {
        auto opened = openSession();
        if (!opened) {
            work(opened.error());
            return;
        }
        session = std::move(opened).value();
    }
    bool hasRun = false;
    const auto done = session->read([&work, &hasRun](Snapshot &snapshot) {
        hasRun = true;
        work(&snapshot);
    });
    if (done)
        return;
    if (hasRun) // It has said what it had to say.
        qCWarning(lcStorage) << "a snapshot could not be ended" << done.error().detail;
    else
        work(done.error());
}

} // namespace

ReaderPool::ReaderPool(int threads, int queueMax, OpenSession openSession)
    : m_openSession(std::move(openSession))
    , m_jobs(queueMax)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

ReaderPool::~ReaderPool()
{
    close();
}

void ReaderPool::close()
{
    m_jobs.close();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void ReaderPool::run()
{
    // What takes long stands behind what is quick: where there are fewer cores than threads, the
    // I/O threads and the writer go first. On Linux this is the calling thread's alone.
    ::setpriority(PRIO_PROCESS, 0, ReaderNiceness);
    std::unique_ptr<ReadSession> session;
    while (const Database::ReadJob work = m_jobs.take()) {
        try {
            readWith(session, m_openSession, work);
        } catch (const std::exception &error) {
            qCCritical(lcStorage) << "a read threw" << error.what();
        } catch (...) {
            qCCritical(lcStorage) << "a read threw something unknown";
        }
    }
}

} // namespace tp::storage
