// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/statement.h"

#include <memory>
#include <vector>

struct sqlite3_stmt;

namespace tp::storage {

class SqliteConnection;

/// A statement on SQLite's own handle. `$1…$n` are names there; which value goes where is worked
/// out once.
class SqliteStatement final : public Statement
{
public:
    static Result<std::unique_ptr<Statement>> prepare(SqliteConnection &connection,
                                                      std::string_view sql);
    ~SqliteStatement() override;

    Result<qint64> execute(std::span<const Value> values) override;
    Result<void> start(std::span<const Value> values) override;
    Result<bool> next() override;
    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    std::string_view text(int column) const override;
    void reset() override;

private:
    /// Whether the texts outlive the statement's run or must be copied.
    enum class Texts { Stay, Copied };

    SqliteStatement(SqliteConnection &connection, sqlite3_stmt *handle);
    Result<void> mapParameters();
    Result<void> bind(std::span<const Value> values, Texts texts);
    Error failed(int code);

    SqliteConnection &m_connection;
    sqlite3_stmt *m_handle;
    std::vector<std::size_t> m_valueOf; ///< By SQLite's number of the parameter, from 0.
    std::size_t m_valueCount = 0;
};

} // namespace tp::storage
