// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/signinservice.h"
#include "backend/auth/user.h"

namespace tp::auth {

/// A computer that has claimed a register.
struct Till
{
    TillId id;
    QString code; ///< The register's.
};

/// Signing in at a till: somebody with a PIN, or the till as itself.
class PinSignInService
{
public:
    explicit PinSignInService(const SignInService &signIn) : m_signIn(signIn) {}

    /// Unauthorized when the secret is not that of the till which has the register now.
    static Result<Till> tillOf(storage::Session &session, RegisterId registerId,
                               std::string_view secret);
    static Result<Till> tillWith(storage::Session &session, TillId id, std::string_view secret);

    /// The user when their PIN may be tried now; nobody for one who does not exist or has none.
    /// PinLocked, TooManyRequests.
    static Result<std::optional<User>> lookUp(storage::Session &session, UserId id, qint64 nowMs);

    struct Ended
    {
        std::optional<Opened> opened;
        std::optional<Error> refused; ///< And what was counted of it is to be kept.
    };
    Result<Ended> finish(storage::UnitOfWork &work, const Till &till,
                         const std::optional<User> &before, bool fits, const Act &act) const;

private:
    const SignInService &m_signIn;
};

} // namespace tp::auth
