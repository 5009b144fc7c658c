// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/checkpointer.h"

#include "backend/storage/sqliteconnection.h"
#include "backend/storage/storagelog.h"

#include <sqlite3.h>

namespace tp::storage {

namespace {

/// 16 MiB: a page that many sales change is copied once for all of them.
constexpr int PagesToStart = 4000;

/// 64 MiB: under steady load the WAL never comes to its end by itself, so it is then asked to begin
/// anew, which holds the writer for one moment.
constexpr int PagesToRestart = 16'000;

} // namespace

Checkpointer::Checkpointer(const QString &filePath)
    : m_filePath(filePath)
    , m_thread([this] { run(); })
{}

Checkpointer::~Checkpointer()
{
    close();
}

void Checkpointer::walGrew(int pages)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pages = pages;
        if (pages < PagesToStart)
            return;
    }
    m_changed.notify_one();
}

void Checkpointer::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Checkpointer::run()
{
    SqliteConnection connection(m_filePath, Role::Unhurried);
    if (const auto opened = connection.open(); !opened) {
        qCWarning(lcStorage) << "no checkpoints:" << opened.error().detail;
        return;
    }
    // Asking the WAL to begin anew must not wait for readers while it holds the writer.
    sqlite3_busy_timeout(connection.handle(), 0);
    while (waitForWork()) {
        checkpoint(connection, SQLITE_CHECKPOINT_PASSIVE);
        if (m_pagesDone >= PagesToRestart)
            checkpoint(connection, SQLITE_CHECKPOINT_RESTART);
    }
    checkpoint(connection, SQLITE_CHECKPOINT_TRUNCATE);
}

bool Checkpointer::waitForWork()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] {
        if (m_pages < m_pagesDone) // The WAL has begun anew.
            m_pagesDone = 0;
        return m_isClosed || m_pages >= m_pagesDone + PagesToStart;
    });
    m_pagesDone = m_pages;
    return !m_isClosed;
}

void Checkpointer::checkpoint(SqliteConnection &connection, int mode)
{
    const int code =
        sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, mode, nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        qCWarning(lcStorage) << "checkpoint failed" << sqlite3_errmsg(connection.handle());
}

} // namespace tp::storage
