// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rawsql.h"

namespace tp::bench {

RawSql::RawSql(const QString &file)
{
    const int opened =
        sqlite3_open_v2(file.toUtf8().constData(), &m_handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_isOpen = opened == SQLITE_OK && run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                          "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536");
    if (!m_isOpen)
        return;
    m_begin = std::make_unique<RawStatement>(prepare("BEGIN IMMEDIATE"));
    m_commit = std::make_unique<RawStatement>(prepare("COMMIT"));
    m_savepoint = std::make_unique<RawStatement>(prepare("SAVEPOINT one"));
    m_release = std::make_unique<RawStatement>(prepare("RELEASE one"));
}

RawSql::~RawSql()
{
    m_begin.reset();
    m_commit.reset();
    m_savepoint.reset();
    m_release.reset();
    sqlite3_close_v2(m_handle);
}

bool RawSql::run(const char *sql)
{
    return sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

RawStatement RawSql::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return RawStatement(statement);
}

} // namespace tp::bench
