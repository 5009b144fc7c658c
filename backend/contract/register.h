// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// A place where one sells.
struct Register
{
    RegisterId id;
    QString code;
    QString name;
    bool claimed = false; ///< Whether a till is it.
    qint64 version = 0;
    Time createdAt;
    Time updatedAt;

    static const Object<Register> &object();
    friend bool operator==(const Register &, const Register &) = default;
};

/// The body of POST /api/registers.
struct NewRegister
{
    std::optional<RegisterId> id;
    QString code;
    QString name;

    static const Object<NewRegister> &object();
};

/// The body of PUT /api/registers/{id}.
struct ChangeRegister
{
    ReadOnlyMembers readOnly;
    Change<QString> name;

    static const Object<ChangeRegister> &object();
};

/// What a till gets when it claims a register. The secret is shown this once.
struct TillClaim
{
    TillId tillId;
    RegisterId registerId;
    QString code; ///< The register's.
    QString secret;
    QString series;
    qint64 nextNumber = 1;

    static const Object<TillClaim> &object();
    friend bool operator==(const TillClaim &, const TillClaim &) = default;
};

/// Somebody who may sign in at a till, as a tile shows them.
struct StaffTile
{
    UserId id;
    QString fullName;
    QList<Role> roles;
    bool hasPin = false;
    bool pinLocked = false;

    static const Object<StaffTile> &object();
    friend bool operator==(const StaffTile &, const StaffTile &) = default;
};

} // namespace tp::contract
