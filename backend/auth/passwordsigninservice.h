// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/signinservice.h"
#include "backend/auth/totpservice.h"
#include "backend/auth/user.h"

namespace tp::auth {

/// Somebody who says who they are: what is known before the password is looked at.
struct PasswordSignIn
{
    std::optional<User> user; ///< None: there is no such one, which nobody is told.
    std::string account;      ///< What wrong tries are counted by.
};

/// Whether a password is the right one.
struct PasswordVerdict
{
    bool fits = false;
    std::optional<std::string> betterHash; ///< To be stored: the old one is weaker than today's.
};

/// Takes as long for nobody as for somebody. Runs on the work pool.
Result<PasswordVerdict> judgePassword(const std::optional<User> &user, const QString &password);

/// Signing in by password, in the two steps around the hashing.
class PasswordSignInService
{
public:
    PasswordSignInService(const SignInService &signIn, const TotpService &totp)
        : m_signIn(signIn)
        , m_totp(totp)
    {}

    /// TooManyRequests when there were too many wrong tries.
    static Result<PasswordSignIn> lookUp(storage::Session &session, const QString &emailKey,
                                         const std::string &address, qint64 nowMs);

    struct Extra
    {
        std::optional<QString> totp;
        QString device;
    };

    /// Refused (InvalidCredentials, TotpRequired) with what was counted of it, or opened.
    /// TooManyRequests when others were wrong meanwhile.
    struct Ended
    {
        std::optional<Opened> opened;
        std::optional<Error> refused;
    };
    Result<Ended> finish(storage::UnitOfWork &work, const PasswordSignIn &signIn,
                         const PasswordVerdict &verdict, const Extra &extra, const Act &act) const;

private:
    Result<Ended> refuse(storage::UnitOfWork &work, const PasswordSignIn &signIn,
                         const char *reason, const Error &error, const Act &act) const;

    const SignInService &m_signIn;
    const TotpService &m_totp;
};

} // namespace tp::auth
