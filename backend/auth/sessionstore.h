// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/endedtokens.h"
#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/unitofwork.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace tp::auth {

/// The SQL of sign-ins and of the refresh tokens that they go on by.
class SessionStore
{
public:
    struct Row
    {
        SessionId id;
        std::optional<UserId> userId;
        std::optional<TillId> tillId;
        QString device;
        std::string address;
        bool isPin = false;
        qint64 createdAtMs = 0;
        qint64 expiresAtMs = 0;
        bool isEnded = false;
    };

    static Result<void> insert(storage::UnitOfWork &work, const Row &session);
    static Result<std::optional<Row>> find(storage::Session &session, SessionId id);

    /// Of a refresh token, used or not; nothing for one that is not ours.
    static Result<std::optional<SessionId>> sessionOf(storage::Session &session,
                                                      std::string_view hash);
    static Result<void> insertToken(storage::UnitOfWork &work, std::string_view hash,
                                    SessionId sessionId);

    /// False when somebody was faster.
    static Result<bool> useToken(storage::UnitOfWork &work, std::string_view hash);

    /// False when it was ended meanwhile.
    static Result<bool> prolong(storage::UnitOfWork &work, SessionId id, qint64 expiresAtMs);

    /// False when it is ended already.
    static Result<bool> end(storage::UnitOfWork &work, SessionId id);

    /// All of a user's but `but`, which may be nil; which they were.
    static Result<std::vector<SessionId>> endOfUser(storage::UnitOfWork &work, UserId userId,
                                                    SessionId but);
    static Result<std::vector<SessionId>> endOfTill(storage::UnitOfWork &work, TillId tillId);
    static Result<void> endAll(storage::UnitOfWork &work);

    /// All access tokens of the user that were made until now are void: those that were born
    /// before the moment that is returned. The user must be locked (UserStore::findToChange).
    static Result<qint64> cutOff(storage::UnitOfWork &work, UserId userId);

    /// When a token that is made now is born: now, but after the last cutoff, which may have been
    /// in this very millisecond, or by a clock that is ahead.
    static Result<qint64> birthOf(storage::UnitOfWork &work, UserId userId);

    /// What access tokens that may still be in use are void by.
    static Result<EndedTokens::Read> ended(storage::Session &session, qint64 sinceMs);

    /// Deletes what nobody will ask for again, 500 rows at most of each.
    static Result<void> sweep(storage::UnitOfWork &work);
};

} // namespace tp::auth
