// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/writehere.h"

#include "backend/storage/runjob.h"

namespace tp::storage {

namespace {

/// Undoes what was not committed, however the scope is left.
class RollbackUnlessDone
{
public:
    explicit RollbackUnlessDone(Connection &connection) : m_connection(connection) {}
    RollbackUnlessDone(const RollbackUnlessDone &) = delete;
    RollbackUnlessDone &operator=(const RollbackUnlessDone &) = delete;
    ~RollbackUnlessDone() { m_connection.rollback(); }

private:
    Connection &m_connection;
};

} // namespace

Result<void> writeOnce(Connection &connection, qint64 nowMs, Random &random,
                       const std::function<UnitOfWork::Keep(UnitOfWork &)> &work)
{
    if (!connection.isOpen())
        TP_CHECK(connection.open());
    TP_CHECK(connection.begin(Connection::Access::Write));
    const RollbackUnlessDone undo(connection);
    UnitOfWork unit(connection, nowMs, random);
    if (work(unit) == UnitOfWork::Keep::No)
        return {};
    if (connection.isBroken())
        return jobFailed();
    TP_CHECK(unit.finish());
    return connection.commit();
}

} // namespace tp::storage
