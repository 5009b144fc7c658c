// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/rows.h"

#include "backend/storage/statement.h"

namespace tp::storage {

Rows::Rows(Statement *statement, std::optional<Error> error)
    : m_statement(statement)
    , m_error(std::move(error))
{}

Rows::Rows(Rows &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_error(std::move(other.m_error))
{}

Rows::~Rows()
{
    if (m_statement)
        m_statement->release();
}

bool Rows::next()
{
    if (!m_statement || m_error)
        return false;
    auto more = m_statement->next();
    if (!more) {
        m_error = more.error();
        return false;
    }
    return more.value();
}

Result<void> Rows::finish() const
{
    return m_error ? Result<void>(*m_error) : Result<void>();
}

bool Rows::isNull(int column) const
{
    return m_statement->isNull(column);
}

qint64 Rows::integer(int column) const
{
    return m_statement->integer(column);
}

std::string_view Rows::text(int column) const
{
    return m_statement->text(column);
}

} // namespace tp::storage
