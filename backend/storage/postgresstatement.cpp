// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/postgresstatement.h"

#include "backend/storage/postgresconnection.h"

#include <QVarLengthArray>

#include <charconv>
#include <cstdlib>

namespace tp::storage {

namespace {

/// The values as libpq wants them: C strings, or nullptr for NULL.
class TextValues
{
public:
    explicit TextValues(std::span<const Value> values)
    {
        for (const Value &value : values) {
            m_offsets.append(value.isNull() ? -1 : qsizetype(m_texts.size()));
            if (const qint64 *number = value.number()) {
                char digits[24];
                const auto end = std::to_chars(digits, digits + sizeof digits, *number);
                m_texts.append(digits, end.ptr);
            } else {
                m_texts.append(value.text());
            }
            m_texts.push_back('\0');
        }
        // Only now does the text stay where it is.
        for (const qsizetype offset : m_offsets)
            m_pointers.append(offset < 0 ? nullptr : m_texts.data() + offset);
    }

    int count() const { return int(m_pointers.size()); }
    const char *const *pointers() const { return m_pointers.constData(); }

private:
    std::string m_texts;
    QVarLengthArray<qsizetype, 16> m_offsets;
    QVarLengthArray<const char *, 16> m_pointers;
};

} // namespace

Result<qint64> PostgresStatement::execute(std::span<const Value> values)
{
    TP_CHECK(start(values));
    const qint64 changed = std::atoll(PQcmdTuples(m_result.get()));
    reset();
    return changed;
}

Result<void> PostgresStatement::start(std::span<const Value> values)
{
    const TextValues texts(values);
    auto answer = m_connection.executePrepared(m_name, texts.count(), texts.pointers());
    if (!answer)
        return answer.error();
    m_result = std::move(answer).value();
    m_row = -1;
    return {};
}

Result<bool> PostgresStatement::next()
{
    if (m_row + 1 >= PQntuples(m_result.get()))
        return false;
    ++m_row;
    return true;
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_result.get(), m_row, column) != 0;
}

/// A number, or the truth of a comparison, which SQLite gives as a number.
qint64 PostgresStatement::integer(int column) const
{
    const std::string_view digits = text(column);
    if (digits == "t")
        return 1;
    qint64 number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::string_view PostgresStatement::text(int column) const
{
    return {PQgetvalue(m_result.get(), m_row, column),
            std::size_t(PQgetlength(m_result.get(), m_row, column))};
}

void PostgresStatement::reset()
{
    m_result.reset();
    m_row = -1;
}

} // namespace tp::storage
