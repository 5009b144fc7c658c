// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "backend/kernel/random.h"
#include "backend/storage/commitbell.h"
#include "backend/storage/connection.h"
#include "backend/storage/unitofwork.h"

#include <functional>
#include <memory>

namespace tp::storage {

class PostgresConnection;

/// Waits until something was committed, here or by another backend of the shop, and reads it. On
/// PostgreSQL it also writes what follows commits, and hears what other backends tell; a SQLite
/// file has one writer, which is not this. Belongs to the thread that made it.
class CommitFollower
{
public:
    /// Bell, clock and random outlive this.
    CommitFollower(std::unique_ptr<Connection> connection, CommitBell &bell, const Clock &clock,
                   Random &random);
    CommitFollower(std::unique_ptr<PostgresConnection> connection, CommitBell &bell,
                   const Clock &clock, Random &random);
    ~CommitFollower();

    /// What ended a wait; neither when it took too long.
    struct Woken
    {
        bool here = false;      ///< The bell was rung.
        bool elsewhere = false; ///< Another backend told so. A notice may be lost.
    };
    Woken wait(int timeoutMs);

    Result<void> read(const std::function<void(Snapshot &)> &work);

    /// PostgreSQL alone.
    Result<void> write(const std::function<UnitOfWork::Keep(UnitOfWork &)> &work);

    /// Once `work` is committed, every backend's follower is woken. PostgreSQL alone.
    static Result<void> tellOthers(UnitOfWork &work);

private:
    Result<void> reach();

    std::unique_ptr<Connection> m_connection;
    PostgresConnection *m_postgres = nullptr; ///< The same, where it is one.
    CommitBell &m_bell;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace tp::storage
