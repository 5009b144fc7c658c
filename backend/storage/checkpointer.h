// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

struct sqlite3;

namespace tp::storage {

class SqliteConnection;

/// Copies the WAL back into the database file on a thread of its own, so that no sale pays for it
/// and the WAL stays small. A failed checkpoint is tried again with the next growth.
class Checkpointer
{
public:
    explicit Checkpointer(const QString &filePath);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    /// From the writer, after each commit: so many pages wait in the WAL.
    void walGrew(int pages);

    /// A last checkpoint, then the thread ends. May be called twice.
    void close();

private:
    void run();
    bool waitForWork();
    void checkpoint(SqliteConnection &connection, int mode);

    QString m_filePath;
    std::mutex m_mutex; ///< Guards the three below.
    std::condition_variable m_changed;
    int m_pages = 0;
    bool m_isClosed = false;
    int m_pagesDone = 0; ///< The thread's own: pages when it last ran.
    std::thread m_thread;
};

} // namespace tp::storage
