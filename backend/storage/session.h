// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/rows.h"
#include "backend/storage/value.h"

#include <initializer_list>
#include <string_view>

namespace tp::storage {

class Connection;

enum class Dialect { Sqlite, Postgres };

/// What SQL is said through: a connection inside a transaction. One literal serves both
/// databases: parameters are $1…$n, ids and names TEXT, times BIGINT milliseconds. A statement is
/// prepared once per connection, so `sql` should be a literal. Belongs to the thread of its
/// connection. Errors: Unavailable (disk full, connection lost, busy), Conflict (a key or check
/// said no: see constraintOf), Internal (the SQL is wrong).
class Session
{
public:
    Dialect dialect() const;

    /// How many rows were inserted, changed or deleted.
    Result<qint64> execute(std::string_view sql, std::initializer_list<Value> values = {});

    /// The rows, read one by one; see Rows.
    Rows query(std::string_view sql, std::initializer_list<Value> values = {});

    Connection &connection() { return m_connection; }

protected:
    explicit Session(Connection &connection) : m_connection(connection) {}
    ~Session() = default;

    Connection &m_connection;
};

/// A read-only view of one moment. Lives 5 s at most, because the WAL cannot shrink under it.
class Snapshot : public Session
{
public:
    explicit Snapshot(Connection &connection) : Session(connection) {}
};

} // namespace tp::storage
