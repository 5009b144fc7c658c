// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

#include <string>
#include <string_view>

namespace tp::auth {

/// Tries that went wrong, counted for the throttle: of one account or from one address.
class AttemptStore
{
public:
    enum class Kind { Account, Address, Registration };

    struct Count
    {
        qint64 tries = 0;
        qint64 oldestMs = 0; ///< Of those counted; when it leaves the window, one more is free.
    };

    /// Until this unit of work has ended nobody else counts tries of `key` who asks so too: what
    /// is decided by the count holds when it is done.
    static Result<void> lock(storage::UnitOfWork &work, Kind kind, std::string_view key);

    /// What is known of `key` since then.
    static Result<Count> since(storage::Session &session, Kind kind, std::string_view key,
                               qint64 sinceMs);
    static Result<void> add(storage::UnitOfWork &work, Kind kind, std::string_view key);

    /// Deletes what no window reaches.
    static Result<void> sweep(storage::UnitOfWork &work);
};

} // namespace tp::auth
