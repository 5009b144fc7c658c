// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/attemptstore.h"

#include <QString>

namespace tp::auth {

/// How often one may be wrong: 10 sign-ins of an account or 100 from an address in 15 minutes, and
/// 100 new accounts from an address in an hour. What was right counts nothing. Counted in the
/// database, so that neither a restart nor a second backend gives more tries.
class ThrottleService
{
public:
    static constexpr qint64 WindowMs = 15 * 60 * 1000;
    static constexpr qint64 AccountMax = 10;
    static constexpr qint64 AddressMax = 100;
    static constexpr qint64 RegistrationWindowMs = 60 * 60 * 1000;
    static constexpr qint64 RegistrationsMax = 100;

    /// Accounts are told apart by what was typed, whether or not there is such a one, and kept as
    /// a hash, because people type passwords into the wrong field.
    static std::string accountKey(const QString &emailKey);

    /// What tries from an address are counted by. Of IPv6 it is the network (/64): whoever has one
    /// address there has 2^64, and could be somebody new with each try.
    static std::string addressKey(const std::string &address);

    /// TooManyRequests, with the seconds until one more try is free.
    static Result<void> checkSignIn(storage::Session &session, const std::string &account,
                                    const std::string &address, qint64 nowMs);
    /// The same at the end of a sign-in: those that were hashed at the same time count each other.
    static Result<void> checkSignInAgain(storage::UnitOfWork &work, const std::string &account,
                                         const std::string &address);
    /// Counts it; one audit row when the account's last free try was this one.
    static Result<void> noteWrongSignIn(storage::UnitOfWork &work, const std::string &account,
                                        const Act &act);

    static Result<void> checkRegistration(storage::Session &session, const std::string &address,
                                          qint64 nowMs);
    static Result<void> noteRegistration(storage::UnitOfWork &work, const std::string &address);
};

} // namespace tp::auth
