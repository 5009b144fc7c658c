// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/endedtokens.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

namespace tp::auth {

/// Ends sign-ins, here at once and elsewhere within seconds.
class SessionEndService
{
public:
    explicit SessionEndService(EndedTokens &ended) : m_ended(ended) {}

    /// The one that asks. A token of another issuer has no session of ours: all of that user's
    /// tokens that were made until now are void.
    Result<void> signOut(storage::UnitOfWork &work, const Act &act) const;

    /// One of one's own; NotFound.
    Result<void> end(storage::UnitOfWork &work, UserId owner, SessionId session,
                     const Act &act) const;

    /// Of a till whose register another has claimed.
    Result<void> endOfTill(storage::UnitOfWork &work, TillId till) const;

private:
    EndedTokens &m_ended;
};

} // namespace tp::auth
