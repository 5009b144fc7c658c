// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/unitofwork.h"

#include <functional>

namespace tp::storage {

/// Where every change goes. Jobs of the sales lane run before those of the bulk lane. With SQLite
/// one thread runs the jobs that wait now (64 at most), each in a savepoint of one transaction,
/// and commits once; with PostgreSQL each job is a transaction of its own on one of several
/// connections, run again (three times at most) when the server says that it may be.
///
/// Threads: submit() may be called from any; job and done run on a writer's thread.
class Writer
{
public:
    enum class Lane { Sales, Bulk };

    /// Does its work in the unit and says whether to keep it. It may run more than once, so it
    /// touches nothing but its unit of work and what it alone owns.
    using Job = std::function<UnitOfWork::Keep(UnitOfWork &)>;

    /// Called exactly once, after the commit is on disk or is known not to be. An error means
    /// that nothing was kept (Unavailable), or that nobody knows (Unavailable, `unknown` set).
    struct Outcome
    {
        Result<void> committed;
        bool unknown = false; ///< The connection was lost at COMMIT.
    };
    using Done = std::function<void(Outcome)>;

    virtual ~Writer() = default;

    /// False at once, and neither is called, when the queue is full or closed.
    [[nodiscard]] virtual bool submit(Lane lane, Job job, Done done) = 0;

    /// How many jobs wait, for the metrics.
    virtual int waiting() const = 0;
};

} // namespace tp::storage
