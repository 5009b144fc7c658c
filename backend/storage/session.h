// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/rows.h"
#include "backend/storage/value.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace tp::storage {

class Connection;

enum class Dialect { Sqlite, Postgres };

/// What SQL is said through: a connection inside a transaction. One literal serves both
/// databases: parameters are $1…$n, ids and names TEXT, times BIGINT milliseconds. A statement is
/// prepared once per connection, so `sql` should be a literal. Belongs to the thread of its
/// connection. Errors: Unavailable (disk full, connection lost, busy), Conflict (a key or check
/// said no: see constraintOf), InvalidText (a NUL), Internal (the SQL is wrong).
///
/// After a failed statement nothing else runs in the same transaction until it is undone: what
/// may fail and be answered goes into UnitOfWork::nested(). PostgreSQL infers the types of
/// parameters: where nothing says it, CAST($1 AS TEXT).
class Session
{
public:
    Dialect dialect() const;

    /// How many rows were inserted, changed or deleted.
    Result<qint64> execute(std::string_view sql, std::initializer_list<Value> values = {});
    Result<qint64> execute(std::string_view sql, std::span<const Value> values);

    /// The rows, read one by one; see Rows.
    Rows query(std::string_view sql, std::initializer_list<Value> values = {});
    Rows query(std::string_view sql, std::span<const Value> values);

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

/// Which rule of the database a Conflict broke, spelled alike by both: `products.sku_key` or
/// `products.a, products.b` for unique keys and NOT NULL of plain columns, the name of a unique
/// index over an expression, the name of a CHECK (name them all), `foreign_key` for any foreign
/// key, and the message of a trigger that refuses. Empty for every other error.
std::string constraintOf(const Error &error);

/// How storage makes such an error; for its connections.
Error constraintError(const QString &name);

} // namespace tp::storage
