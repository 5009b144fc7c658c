// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "backend/kernel/random.h"
#include "backend/storage/session.h"

#include <functional>

namespace tp::storage {

/// One job's share of a transaction: everything that it did is kept together or not at all.
/// The time stands still inside it. Belongs to the writer's thread and lives for one job.
class UnitOfWork final : public Session
{
public:
    UnitOfWork(Connection &connection, qint64 nowMs, Random &random)
        : Session(connection)
        , m_nowMs(nowMs)
        , m_random(random)
    {}

    qint64 nowMs() const { return m_nowMs; }
    Uuid newId() { return Uuid::v7(m_nowMs, m_random); }

    /// Any 32 bits, for what should not happen to all at the same time.
    quint32 chance();

    enum class Keep { Yes, No };

    /// Runs `work` in a savepoint of its own and undoes what it did when it says No.
    /// The error is the database's, when it could not set or end the savepoint.
    Result<void> nested(const std::function<Keep()> &work);

private:
    qint64 m_nowMs;
    Random &m_random;
    int m_depth = 0;
};

} // namespace tp::storage
