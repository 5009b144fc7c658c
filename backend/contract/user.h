// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// Somebody as those who manage users see them.
struct User
{
    UserId id;
    std::optional<QString> email;
    QString fullName;
    QString locale;
    QList<Role> roles;
    bool active = true;
    bool hasPassword = false;
    bool hasPin = false;
    bool pinLocked = false;
    bool totp = false;
    std::optional<QString> issuer; ///< Signs in there; none: here.
    qint64 version = 0;
    Time createdAt;
    Time updatedAt;
    std::optional<Time> signedInAt;

    static const Object<User> &object();
    friend bool operator==(const User &, const User &) = default;
};

/// The body of POST /api/users.
struct NewUser
{
    std::optional<UserId> id;
    std::optional<QString> email;
    QString fullName;
    QString locale;
    QList<Role> roles;
    std::optional<QString> password;
    std::optional<QString> pin;

    static const Object<NewUser> &object();
};

/// The body of PUT /api/users/{id}.
struct ChangeUser
{
    ReadOnlyMembers readOnly;
    Change<std::optional<QString>> email;
    Change<QString> fullName;
    Change<QString> locale;
    Change<QList<Role>> roles;
    Change<bool> active;
    Change<QString> password;
    Change<std::optional<QString>> pin;
    Change<bool> pinLocked; ///< Only to false.
    Change<bool> totp;      ///< Only to false.

    static const Object<ChangeUser> &object();
};

} // namespace tp::contract
