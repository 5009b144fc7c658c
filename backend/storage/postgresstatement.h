// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/postgresresult.h"
#include "backend/storage/statement.h"

#include <QByteArray>

namespace tp::storage {

class PostgresConnection;

/// A statement prepared at the server under a name. Its rows come in one answer.
class PostgresStatement final : public Statement
{
public:
    PostgresStatement(PostgresConnection &connection, QByteArray name)
        : m_connection(connection)
        , m_name(std::move(name))
    {}

    Result<qint64> execute(std::span<const Value> values) override;
    Result<void> start(std::span<const Value> values) override;
    Result<bool> next() override;
    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    std::string_view text(int column) const override;
    void reset() override;

private:
    PostgresConnection &m_connection;
    QByteArray m_name;
    PostgresResult m_result;
    int m_row = -1;
};

} // namespace tp::storage
