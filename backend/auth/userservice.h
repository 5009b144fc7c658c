// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/endedtokens.h"
#include "backend/auth/user.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

namespace tp::auth {

/// Somebody who is to be let in. Secrets come hashed.
struct NewUserDetails
{
    std::optional<UserId> id;
    std::optional<QString> email; ///< As emailKey() makes it.
    QString fullName;
    QString locale;
    Roles roles;
    std::optional<std::string> passwordHash;
    std::optional<std::string> pinHash;
    std::string createHash;
};

/// What is to change; what is left out stays.
struct UserChange
{
    std::optional<std::optional<QString>> email;
    std::optional<QString> fullName;
    std::optional<QString> locale;
    std::optional<Roles> roles;
    std::optional<bool> isActive;
    std::optional<std::string> passwordHash;
    std::optional<std::optional<std::string>> pinHash;
    bool unlockPin = false;
    bool dropTotp = false;
};

/// Lets people in, changes what they are, and puts them out. Whoever may manage only those below
/// manager is refused (Forbidden) for others. An act without an actor is the command line's or the
/// set-up's, which may do everything.
class UserService
{
public:
    explicit UserService(EndedTokens &ended) : m_ended(ended) {}

    struct Created
    {
        UserId id;
        bool isNew = true;
    };
    /// EmailTaken, IdTaken, Forbidden.
    Result<Created> create(storage::UnitOfWork &work, const Act &act,
                           const NewUserDetails &details) const;

    /// NotFound.
    static Result<User> found(storage::Session &session, UserId id);

    /// The same, whom nobody else changes before this unit of work has ended.
    static Result<User> foundToChange(storage::UnitOfWork &work, UserId id);

    /// What somebody may change of themselves, whatever they may manage.
    Result<void> changeSelf(storage::UnitOfWork &work, const Act &act, const User &before,
                            const UserChange &change) const;

    /// EmailTaken, LastAdmin, Forbidden. Changed roles, a new password and disabling end what is
    /// signed in, at once.
    Result<void> change(storage::UnitOfWork &work, const Act &act, const User &before,
                        const UserChange &change) const;

private:
    Result<void> apply(storage::UnitOfWork &work, const Act &act, const User &before,
                       const User &after, const UserChange &change) const;
    Result<void> tell(storage::UnitOfWork &work, const Act &act, const User &before,
                      const User &after, const UserChange &change) const;
    Result<void> endSessions(storage::UnitOfWork &work, const User &user, SessionId but) const;
    Result<void> cutOff(storage::UnitOfWork &work, const User &user) const;

    EndedTokens &m_ended;
};

} // namespace tp::auth
