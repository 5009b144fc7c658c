// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/permission.h"
#include "backend/kernel/role.h"
#include "backend/kernel/uuid.h"

#include <QString>

#include <bitset>

namespace tp::ui {

using Permissions = std::bitset<std::size_t(Permission::Count)>;

/// Somebody who is signed in, and what the server lets them do. Limits within a permission are the
/// server's to know.
struct SignedInUser
{
    UserId id;
    QString name;  ///< What people call them; the e-mail where nobody gave a name.
    QString email; ///< Empty: they have none.
    Roles roles;
    Permissions permissions;

    /// Their role asks for a second factor that is not set up; until it is, they may do nothing.
    bool mustEnrol = false;

    bool may(Permission permission) const { return permissions.test(std::size_t(permission)); }

    friend bool operator==(const SignedInUser &, const SignedInUser &) = default;
};

/// Somebody who may sign in at this till, as their tile shows them.
struct StaffMember
{
    UserId id;
    QString name;
    Roles roles;
    bool hasPin = false;
    bool isPinLocked = false;

    friend bool operator==(const StaffMember &, const StaffMember &) = default;
};

/// One of the people whom the demo shop lets one be.
struct DemoPerson
{
    QString name;
    QString email;
    Role role = Role::Cashier;
    QString password;
    QString pin;

    friend bool operator==(const DemoPerson &, const DemoPerson &) = default;
};

} // namespace tp::ui
