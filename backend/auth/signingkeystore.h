// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>
#include <vector>

namespace tp::auth {

/// The SQL of the keys that tokens are signed with.
class SigningKeyStore
{
public:
    struct Row
    {
        std::string kid;
        std::string sealed;
        qint64 activeFromMs = 0;
        std::optional<qint64> retiredAtMs;
    };

    /// Those that are not retired at `nowMs`.
    static Result<std::vector<Row>> usable(storage::Session &session, qint64 nowMs);
    static Result<void> insert(storage::UnitOfWork &work, const Row &row);

    /// All but `kid` check until then, unless they are retired earlier.
    static Result<void> retireOthers(storage::UnitOfWork &work, std::string_view kid, qint64 atMs);
    static Result<void> retire(storage::UnitOfWork &work, std::string_view kid, qint64 atMs);

    /// Empty before the first ensureShopId().
    static Result<std::string> shopId(storage::Session &session);
    static Result<void> ensureShopId(storage::UnitOfWork &work);

    /// Makes units of work that must not see half of one another's come one after the other.
    static Result<void> lock(storage::UnitOfWork &work);
};

} // namespace tp::auth
