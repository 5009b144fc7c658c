// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/session.h"
#include "backend/storage/statement.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tp::storage {

/// What a connection is for; it decides its limits.
enum class Role {
    Writer,   ///< Jobs of the writer.
    Reader,   ///< Snapshots, with a deadline.
    Unhurried ///< The command line, migrations, backup: no deadline.
};

/// One connection to the database: its transactions, and its statements, each prepared once.
/// Belongs to the thread that made it.
class Connection
{
public:
    enum class Access { Read, Write };

    /// Why the last statement failed, as far as a writer acts on it.
    enum class Failure {
        None,
        Again,    ///< A conflict with another transaction: it may be run again.
        LockWait, ///< Waited too long for a row that another holds.
        Lost,     ///< The connection is gone.
        Other
    };

    virtual ~Connection() = default;

    virtual Dialect dialect() const = 0;

    /// Opens, or opens again what was lost. Prepared statements are forgotten.
    virtual Result<void> open() = 0;
    virtual bool isOpen() const = 0;

    Result<void> begin(Access access);
    Result<void> commit();
    void rollback();
    virtual bool isInTransaction() const = 0;

    /// For savepoints and the like: a statement without values.
    Result<void> command(std::string_view sql);

    /// Several statements at once, not prepared: migrations.
    virtual Result<void> run(const QByteArray &sql) = 0;

    /// A statement that nobody reads at the moment.
    Result<Statement *> statement(std::string_view sql);

    /// A statement failed since the transaction (or the savepoint that was undone) began, so the
    /// rest must not be kept. PostgreSQL insists on it; SQLite is held to the same.
    bool isBroken() const { return m_failure != Failure::None; }
    Failure failure() const { return m_failure; }
    void noteFailure(Failure failure);
    void forgetFailure() { m_failure = Failure::None; }

protected:
    virtual Result<std::unique_ptr<Statement>> prepare(std::string_view sql) = 0;
    virtual std::string_view beginSql(Access access) const = 0;
    virtual void transactionBegan(Access) {}

    void forgetStatements() { m_statements.clear(); }
    bool hasStatements() const { return !m_statements.empty(); }

private:
    /// Lets the map be asked with a view, without making a string of it.
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };
    using Statements = std::vector<std::unique_ptr<Statement>>;

    void dropIdleStatements();

    std::unordered_map<std::string, Statements, TextHash, std::equal_to<>> m_statements;
    Failure m_failure = Failure::None;
};

} // namespace tp::storage
