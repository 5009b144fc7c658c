// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

namespace tp::bench {

/// A statement of SQLite's C API. Texts must live until run() returns.
class RawStatement
{
public:
    explicit RawStatement(sqlite3_stmt *handle) : m_handle(handle, sqlite3_finalize) {}

    sqlite3_stmt *handle() const { return m_handle.get(); }

    /// Binds ?1…?n and runs to the end; false when it failed.
    template <typename... Values>
    bool run(const Values &...values)
    {
        int place = 0;
        (bind(++place, values), ...);
        const int code = sqlite3_step(m_handle.get());
        sqlite3_reset(m_handle.get());
        return code == SQLITE_DONE || code == SQLITE_ROW;
    }

private:
    void bind(int place, qint64 number) { sqlite3_bind_int64(m_handle.get(), place, number); }
    void bind(int place, std::string_view text)
    {
        sqlite3_bind_text(m_handle.get(), place, text.data(), int(text.size()), SQLITE_STATIC);
    }

    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> m_handle;
};

/// A SQLite file by the C API alone, set up as durable as ours: WAL, synchronous=FULL, foreign
/// keys.
class RawSql
{
public:
    explicit RawSql(const QString &file);
    RawSql(const RawSql &) = delete;
    RawSql &operator=(const RawSql &) = delete;
    ~RawSql();

    bool isOpen() const { return m_isOpen; }
    bool run(const char *sql);
    RawStatement prepare(const char *sql);
    qint64 lastRowId() const { return sqlite3_last_insert_rowid(m_handle); }

    bool begin() { return m_begin->run(); }
    bool commit() { return m_commit->run(); }
    bool setSavepoint() { return m_savepoint->run(); }
    bool releaseSavepoint() { return m_release->run(); }

private:
    sqlite3 *m_handle = nullptr;
    bool m_isOpen = false;
    std::unique_ptr<RawStatement> m_begin, m_commit, m_savepoint, m_release;
};

} // namespace tp::bench
