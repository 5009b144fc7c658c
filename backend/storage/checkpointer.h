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

/// Copies the WAL back into the database file on a thread of its own, so that no sale pays for it.
/// A WAL of which all is copied begins anew with the next transaction; under steady load only the
/// writer can bring that about, between two transactions, and does when there is little left to
/// copy. What fails, or is held up by a reader, is tried again with the next growth.
class Checkpointer
{
public:
    explicit Checkpointer(const QString &filePath);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    /// From the writer, after each commit: the WAL has so many pages. Whether it should now copy
    /// the last of them itself.
    bool walGrew(int pages);

    /// A last checkpoint, then the thread ends. May be called twice.
    void close();

private:
    void run();
    bool waitForWork();
    void makeRipe(SqliteConnection &connection);
    void checkpoint(SqliteConnection &connection, int mode);
    void flush(SqliteConnection &connection);

    QString m_filePath;
    std::mutex m_mutex; ///< Guards the four below.
    std::condition_variable m_changed;
    int m_pages = 0;
    bool m_isRipe = false; ///< Little is left to copy.
    bool m_isClosed = false;
    int m_pagesDone = 0; ///< The thread's own: pages when it last ran.
    std::thread m_thread;
};

} // namespace tp::storage
