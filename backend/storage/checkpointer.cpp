// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/checkpointer.h"

#include "backend/storage/sqliteconnection.h"
#include "backend/storage/storagelog.h"

#include <sqlite3.h>

#include <utility>

namespace tp::storage {

namespace {

/// 16 MiB: a page that many sales change is copied once for all of them.
constexpr int PagesToStart = 4000;

/// 32 MiB: under steady load the writer has always written more before all is copied, so from here
/// on it is asked to stand still for the rest. What it writes until then comes on top.
constexpr int PagesToRestart = 8000;

} // namespace

Checkpointer::Checkpointer(const QString &filePath)
    : m_filePath(filePath)
    , m_thread([this] { run(); })
{}

Checkpointer::~Checkpointer()
{
    close();
}

bool Checkpointer::walGrew(int pages)
{
    bool isRipe = false;
    {
        const std::lock_guard lock(m_mutex);
        m_pages = pages;
        isRipe = std::exchange(m_isRipe, false) && pages >= PagesToRestart;
        if (pages < PagesToStart)
            return false;
    }
    m_changed.notify_one();
    return isRipe;
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
    // The last checkpoint does not wait for others who use the file.
    sqlite3_busy_timeout(connection.handle(), 0);
    while (waitForWork()) {
        checkpoint(connection, SQLITE_CHECKPOINT_PASSIVE);
        if (m_pagesDone >= PagesToRestart)
            makeRipe(connection);
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

/// The writer's own checkpoint ends with a flush of the database file: what could be copied before
/// is flushed before, and so is what was written in that time, which is much less.
void Checkpointer::makeRipe(SqliteConnection &connection)
{
    flush(connection);
    checkpoint(connection, SQLITE_CHECKPOINT_PASSIVE);
    flush(connection);
    const std::lock_guard lock(m_mutex);
    m_isRipe = true;
}

void Checkpointer::checkpoint(SqliteConnection &connection, int mode)
{
    const int code =
        sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, mode, nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        qCWarning(lcStorage) << "checkpoint failed" << sqlite3_errmsg(connection.handle());
}

/// By SQLite's own descriptor: closing another one would lose its locks. Nothing rests on this
/// flush, so a failure is left to the checkpoint that ends with one.
void Checkpointer::flush(SqliteConnection &connection)
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file && file->pMethods)
        file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

} // namespace tp::storage
