// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/session.h"

#include "backend/storage/connection.h"

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// PostgreSQL cannot hold a NUL and would cut the text there; so neither database gets one.
Result<void> checkTexts(std::span<const Value> values)
{
    for (const Value &value : values) {
        if (value.text().find('\0') != std::string_view::npos)
            return Error{ErrorCode::InvalidText, u"a text holds a NUL"_s, {}};
    }
    return {};
}

} // namespace

Dialect Session::dialect() const
{
    return m_connection.dialect();
}

Result<qint64> Session::execute(std::string_view sql, std::initializer_list<Value> values)
{
    return execute(sql, std::span<const Value>(values.begin(), values.size()));
}

Result<qint64> Session::execute(std::string_view sql, std::span<const Value> values)
{
    TP_CHECK(checkTexts(values));
    TP_TRY(Statement * statement, m_connection.statement(sql));
    return statement->execute(values);
}

Rows Session::query(std::string_view sql, std::initializer_list<Value> values)
{
    return query(sql, std::span<const Value>(values.begin(), values.size()));
}

Rows Session::query(std::string_view sql, std::span<const Value> values)
{
    if (const auto sane = checkTexts(values); !sane)
        return Rows(nullptr, sane.error());
    auto statement = m_connection.statement(sql);
    if (!statement)
        return Rows(nullptr, statement.error());
    if (const auto started = statement.value()->start(values); !started)
        return Rows(nullptr, started.error());
    statement.value()->take();
    return Rows(statement.value(), std::nullopt);
}

Error constraintError(const QString &name)
{
    return {ErrorCode::Conflict, u"constraint \""_s + name + u"\" said no"_s, {}};
}

std::string constraintOf(const Error &error)
{
    const qsizetype first = error.detail.indexOf(u'"');
    const qsizetype last = error.detail.lastIndexOf(u'"');
    if (error.code != ErrorCode::Conflict || first < 0 || last <= first)
        return {};
    return error.detail.sliced(first + 1, last - first - 1).toStdString();
}

} // namespace tp::storage
