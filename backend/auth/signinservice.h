// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/keyholder.h"
#include "backend/auth/sessionstore.h"
#include "backend/auth/user.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

namespace tp::auth {

/// What a sign-in gives: the secrets are shown this once.
struct Opened
{
    SessionId sessionId;
    std::string accessToken;
    std::string refreshToken;
    std::optional<UserId> userId; ///< None: a till's.
    bool mustEnrol = false;
};

/// Opens sessions and lets them go on.
class SignInService
{
public:
    /// A session ends when it was not used for that long.
    static constexpr qint64 IdleMs = 30LL * 24 * 60 * 60 * 1000;

    SignInService(const KeyHolder &keys, EndedTokens &ended, Random &random)
        : m_keys(keys)
        , m_ended(ended)
        , m_random(random)
    {}

    struct Way
    {
        QString device;
        bool isPin = false;
    };

    /// For somebody who has shown who they are; one audit row. Unavailable before there are keys.
    Result<Opened> open(storage::UnitOfWork &work, const User &user, const Way &way,
                        const Act &act) const;
    Result<Opened> openForTill(storage::UnitOfWork &work, TillId till, const QString &code,
                               const Act &act) const;

    /// The next token of a session, or Unauthorized for one that is not good. One that was used
    /// already ends its session, because somebody else has it: what a refusal did is to be kept.
    struct Refreshed
    {
        std::optional<Opened> opened;
        std::optional<Error> refused;
    };
    Result<Refreshed> refresh(storage::UnitOfWork &work, std::string_view refreshToken,
                              const Act &act) const;

private:
    Result<Opened> issue(storage::UnitOfWork &work, const SessionStore::Row &session,
                         const User *user) const;
    Result<bool> mustEnrol(storage::UnitOfWork &work, const User &user) const;

    const KeyHolder &m_keys;
    EndedTokens &m_ended;
    Random &m_random;
};

} // namespace tp::auth
