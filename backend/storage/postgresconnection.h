// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/connection.h"
#include "backend/storage/postgresresult.h"
#include "backend/storage/qthandle.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <optional>

namespace tp::storage {

/// A connection to a PostgreSQL server. What the server does not answer in time counts as a lost
/// connection, so that a server that hangs does not hold our threads for ever. Belongs to the
/// thread that made it.
class PostgresConnection final : public Connection
{
public:
    PostgresConnection(const QString &url, Role role);
    ~PostgresConnection() override;

    Dialect dialect() const override { return Dialect::Postgres; }
    Result<void> open() override;
    bool isOpen() const override { return m_handle && !m_isLost; }
    bool isInTransaction() const override;
    Result<void> run(const QByteArray &sql) override;

    Result<PostgresResult> executePrepared(const QByteArray &name, int count,
                                           const char *const *values);

    /// The socket, for poll(); while it is open.
    int socket() const;
    /// Whether another connection has said NOTIFY on what this one listens to. Does not wait.
    bool takeNotices();

    /// How long a job may wait for a row that another transaction holds.
    static constexpr int LockMsMax = 2000;

    /// How long a server that could not be reached is not asked again, so that what waits is
    /// refused at once instead of waiting for one attempt after the other.
    static constexpr int RefusalMs = 1000;

protected:
    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override;
    std::string_view beginSql(Access access) const override;
    void transactionBegan(Access access) override;

private:
    Result<void> connect();
    Result<void> setUp();
    Result<void> checkPromises();
    Result<PostgresResult> answerTo(int isSent);
    bool waitForAnswer();
    void drop();

    QtHandle m_qt;
    Role m_role;
    PGconn *m_handle = nullptr;
    std::optional<Error> m_refusal; ///< Why it could not be opened last.
    QDeadlineTimer m_refusalEnds;
    int m_statementsMade = 0;
    bool m_isLost = false;        ///< To be opened again before it is used.
    bool m_arePlansStale = false; ///< The server changed what our statements rest on.
};

} // namespace tp::storage
