// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/connectionreadsession.h"

namespace tp::storage {

namespace {

/// Ends the snapshot also when the reader throws.
class SnapshotEnd
{
public:
    explicit SnapshotEnd(Connection &connection) : m_connection(connection) {}
    SnapshotEnd(const SnapshotEnd &) = delete;
    SnapshotEnd &operator=(const SnapshotEnd &) = delete;
    ~SnapshotEnd()
    {
        if (m_connection.isBroken() || !m_connection.commit())
            m_connection.rollback();
    }

private:
    Connection &m_connection;
};

} // namespace

ConnectionReadSession::ConnectionReadSession(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{}

Result<void> ConnectionReadSession::read(const std::function<void(Snapshot &)> &work)
{
    TP_CHECK(begin());
    const SnapshotEnd end(*m_connection);
    Snapshot snapshot(*m_connection);
    work(snapshot);
    return {};
}

Result<void> ConnectionReadSession::begin()
{
    if (m_connection->isOpen()) {
        const auto begun = m_connection->begin(Connection::Access::Read);
        if (begun || m_connection->failure() != Connection::Failure::Lost)
            return begun;
    }
    TP_CHECK(m_connection->open());
    return m_connection->begin(Connection::Access::Read);
}

} // namespace tp::storage
