// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/sqlitestatement.h"

#include "backend/storage/sqliteconnection.h"
#include "backend/storage/sqliteerrors.h"
#include "backend/storage/storagelog.h"

#include <sqlite3.h>

#include <cstdlib>

namespace tp::storage {

using namespace Qt::StringLiterals;

SqliteStatement::SqliteStatement(SqliteConnection &connection, sqlite3_stmt *handle)
    : m_connection(connection)
    , m_handle(handle)
{}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_handle);
}

Result<std::unique_ptr<Statement>> SqliteStatement::prepare(SqliteConnection &connection,
                                                            std::string_view sql)
{
    sqlite3_stmt *handle = nullptr;
    const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), int(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK || !handle) {
        const Error error = code == SQLITE_OK ? Error{ErrorCode::Internal, u"no SQL"_s, {}}
                                              : sqliteError(connection.handle(), code);
        if (error.code == ErrorCode::Internal)
            qCCritical(lcStorage) << "cannot prepare" << QUtf8StringView(sql) << error.detail;
        connection.noteFailure(sqliteFailure(code));
        return error;
    }
    std::unique_ptr<SqliteStatement> statement(new SqliteStatement(connection, handle));
    TP_CHECK(statement->mapParameters());
    return std::unique_ptr<Statement>(std::move(statement));
}

Result<void> SqliteStatement::mapParameters()
{
    const int count = sqlite3_bind_parameter_count(m_handle);
    for (int i = 1; i <= count; ++i) {
        const char *name = sqlite3_bind_parameter_name(m_handle, i);
        const int number = name && *name == '$' ? std::atoi(name + 1) : 0;
        if (number < 1)
            return Error{ErrorCode::Internal, u"parameters are spelled $1 to $n"_s, {}};
        m_valueOf.push_back(std::size_t(number - 1));
        m_valueCount = std::max(m_valueCount, std::size_t(number));
    }
    return {};
}

Result<void> SqliteStatement::bind(std::span<const Value> values, Texts texts)
{
    if (values.size() != m_valueCount) {
        m_connection.noteFailure(Connection::Failure::Other);
        return Error{ErrorCode::Internal,
                     u"%1 values for %2 parameters: %3"_s.arg(values.size())
                         .arg(m_valueCount)
                         .arg(QLatin1StringView(sqlite3_sql(m_handle))),
                     {}};
    }
    for (std::size_t i = 0; i < m_valueOf.size(); ++i) {
        const Value &value = values[m_valueOf[i]];
        int code = SQLITE_OK;
        if (const qint64 *number = value.number()) {
            code = sqlite3_bind_int64(m_handle, int(i) + 1, *number);
        } else if (value.isNull()) {
            code = sqlite3_bind_null(m_handle, int(i) + 1);
        } else {
            // An empty view may have no address, which SQLite would take for NULL.
            const std::string_view text = value.text();
            code = sqlite3_bind_text64(
                m_handle, int(i) + 1, text.data() ? text.data() : "", text.size(),
                texts == Texts::Stay ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        if (code != SQLITE_OK)
            return failed(code);
    }
    return {};
}

Result<qint64> SqliteStatement::execute(std::span<const Value> values)
{
    TP_CHECK(bind(values, Texts::Stay));
    int code = sqlite3_step(m_handle);
    while (code == SQLITE_ROW)
        code = sqlite3_step(m_handle);
    if (code != SQLITE_DONE)
        return failed(code);
    const qint64 changes = sqlite3_changes64(m_connection.handle());
    sqlite3_reset(m_handle);
    return changes;
}

Result<void> SqliteStatement::start(std::span<const Value> values)
{
    return bind(values, Texts::Copied);
}

Result<bool> SqliteStatement::next()
{
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return failed(code);
}

Error SqliteStatement::failed(int code)
{
    const Error error = sqliteError(m_connection.handle(), code);
    if (error.code == ErrorCode::Internal) {
        qCCritical(lcStorage) << "cannot run" << QUtf8StringView(sqlite3_sql(m_handle))
                              << error.detail;
    }
    m_connection.noteFailure(sqliteFailure(code));
    sqlite3_reset(m_handle);
    return error;
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

std::string_view SqliteStatement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    if (!text)
        return {};
    return {text, std::size_t(sqlite3_column_bytes(m_handle, column))};
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_handle);
}

} // namespace tp::storage
