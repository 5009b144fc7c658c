// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/unitofwork.h"

#include <string>
#include <variant>

namespace tp::storage {

/// Answers that were given, kept 7 days by key, so that a retry gets the same bytes and has no
/// second effect. The row and the effect are one transaction. Scope is user, method and path.
class IdempotencyKeys
{
public:
    struct Stored
    {
        int status = 0;
        std::string headers; ///< The kept header lines, as they were sent.
        std::string body;
    };
    struct Claimed
    {};
    struct OtherBody
    {};
    struct InProgress
    {};
    struct Begun ///< What the first one began may not have ended yet.
    {
        Uuid begun;
    };
    using Claim = std::variant<Claimed, Stored, OtherBody, InProgress, Begun>;

    static constexpr qint64 LifetimeMs = 7LL * 24 * 60 * 60 * 1000;

    /// Takes the key for this unit of work, or says what is known of it. Another backend that
    /// holds it is waited for 2 s at most (PostgreSQL).
    static Result<Claim> claim(UnitOfWork &work, std::string_view scope, std::string_view key,
                               std::string_view bodyHash);

    /// Keeps what was begun under a key claimed in this unit of work: its answer follows.
    static Result<void> noteBegun(UnitOfWork &work, std::string_view scope, std::string_view key,
                                  Uuid begun);

    /// Keeps the answer under a key claimed in this unit of work, or whose answer was to follow.
    static Result<void> store(UnitOfWork &work, std::string_view scope, std::string_view key,
                              const Stored &answer);

    /// Lets go of a claimed key: the answer is not one to keep.
    static Result<void> release(UnitOfWork &work, std::string_view scope, std::string_view key);

    /// Deletes what is older than its lifetime, 500 rows at most; how many.
    static Result<qint64> sweep(UnitOfWork &work);
};

} // namespace tp::storage
