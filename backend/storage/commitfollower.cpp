// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/commitfollower.h"

#include "backend/storage/postgresconnection.h"
#include "backend/storage/writehere.h"

#include <poll.h>

#include <array>

namespace tp::storage {

CommitFollower::CommitFollower(std::unique_ptr<Connection> connection, CommitBell &bell,
                               const Clock &clock, Random &random)
    : m_connection(std::move(connection))
    , m_bell(bell)
    , m_clock(clock)
    , m_random(random)
{}

CommitFollower::CommitFollower(std::unique_ptr<PostgresConnection> connection, CommitBell &bell,
                               const Clock &clock, Random &random)
    : m_postgres(connection.get())
    , m_bell(bell)
    , m_clock(clock)
    , m_random(random)
{
    m_connection = std::move(connection);
}

CommitFollower::~CommitFollower() = default;

CommitFollower::Woken CommitFollower::wait(int timeoutMs)
{
    std::array<pollfd, 2> sources{pollfd{m_bell.descriptor(), POLLIN, 0}, pollfd{-1, POLLIN, 0}};
    Woken woken;
    if (m_postgres && m_postgres->isOpen()) {
        woken.elsewhere = m_postgres->takeNotices(); // Those that came beside an answer.
        sources[1].fd = m_postgres->socket();
    }
    if (!woken.elsewhere)
        ::poll(sources.data(), sources.size(), timeoutMs);
    woken.here = m_bell.wasRung();
    if (sources[1].fd >= 0)
        woken.elsewhere = m_postgres->takeNotices() || woken.elsewhere;
    return woken;
}

/// A lost connection is opened again; what it listened to is forgotten with it.
Result<void> CommitFollower::reach()
{
    if (m_connection->isOpen())
        return {};
    TP_CHECK(m_connection->open());
    if (m_postgres)
        TP_CHECK(m_postgres->run("LISTEN tradepost_events"));
    return {};
}

Result<void> CommitFollower::read(const std::function<void(Snapshot &)> &work)
{
    TP_CHECK(reach());
    TP_CHECK(m_connection->begin(Connection::Access::Read));
    Snapshot snapshot(*m_connection);
    work(snapshot);
    if (m_connection->isBroken() || !m_connection->commit())
        m_connection->rollback();
    return {};
}

Result<void> CommitFollower::write(const std::function<UnitOfWork::Keep(UnitOfWork &)> &work)
{
    TP_CHECK(reach());
    return writeOnce(*m_connection, m_clock.nowMs(), m_random, work);
}

Result<void> CommitFollower::tellOthers(UnitOfWork &work)
{
    auto rows = work.query("SELECT pg_notify('tradepost_events', '')");
    rows.next();
    return rows.finish();
}

} // namespace tp::storage
