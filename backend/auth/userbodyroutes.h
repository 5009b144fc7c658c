// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/userservice.h"
#include "backend/contract/user.h"
#include "backend/http/call.h"

namespace tp::auth {

class PasswordRules;

// What comes in about a user, on its way to the service: checked, then hashed on the work pool.

struct CheckedUser
{
    NewUserDetails details;
    std::optional<QString> password;
    std::optional<QString> pin;
};

struct HashedUser
{
    NewUserDetails details;
};

/// InvalidBody with all that is wrong.
Result<CheckedUser> checkedUser(const PasswordRules &rules, const contract::NewUser &body);
Result<HashedUser> hashedUser(const http::Call &call, const CheckedUser &checked);

struct CheckedUserChange
{
    UserChange change;
    std::optional<QString> password;
    std::optional<std::optional<QString>> pin;
    contract::ReadOnlyMembers readOnly;
};

struct HashedUserChange
{
    UserChange change;
    contract::ReadOnlyMembers readOnly;
};

Result<CheckedUserChange> checkedUserChange(const PasswordRules &rules, const User &before,
                                            const contract::ChangeUser &body);
Result<HashedUserChange> hashedUserChange(const http::Call &call, const CheckedUserChange &checked);

} // namespace tp::auth
