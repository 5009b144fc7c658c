// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/user.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

#include <vector>

namespace tp::auth {

/// The SQL that changes who may sign in.
class UserStore
{
public:
    static Result<std::optional<User>> find(storage::Session &session, UserId id);
    static Result<std::optional<User>> findByEmail(storage::Session &session,
                                                   const QString &emailKey);

    /// Nobody else changes them until this unit of work has ended: what somebody is, their roles
    /// and what they are signed in with, never rests on a reading that another has overtaken.
    static Result<std::optional<User>> findToChange(storage::UnitOfWork &work, UserId id);
    static Result<std::optional<User>> findByEmailToChange(storage::UnitOfWork &work,
                                                           const QString &emailKey);

    /// Of the body that made it; nothing where there is no such user.
    static Result<std::optional<std::string>> createHashOf(storage::Session &session, UserId id);

    /// EmailTaken.
    static Result<void> insert(storage::UnitOfWork &work, const User &user,
                               const std::string &createHash);

    /// All that a person may change, and the version. EmailTaken.
    static Result<void> update(storage::UnitOfWork &work, const User &user);

    // What happens by itself leaves the version alone.
    static Result<void> setPasswordHash(storage::UnitOfWork &work, UserId id,
                                        const std::string &hash);
    static Result<void> setPinLock(storage::UnitOfWork &work, UserId id, const PinLock &lock);
    static Result<void> setTotp(storage::UnitOfWork &work, const User &user);
    static Result<void> noteSignIn(storage::UnitOfWork &work, UserId id);

    /// Codes that were there are gone.
    static Result<void> replaceRecoveryCodes(storage::UnitOfWork &work, UserId id,
                                             const std::vector<std::string> &hashes);
    /// False for one that is not there or was used.
    static Result<bool> useRecoveryCode(storage::UnitOfWork &work, UserId id,
                                        std::string_view hash);

    /// Admins who may sign in.
    static Result<qint64> activeAdmins(storage::Session &session);
};

/// As users.roles has them.
int roleBits(const Roles &roles);
Roles rolesOf(qint64 bits);

} // namespace tp::auth
