// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/pinlock.h"
#include "backend/kernel/role.h"
#include "backend/kernel/uuid.h"

#include <QString>

#include <optional>
#include <string>

namespace tp::auth {

/// Somebody who may sign in.
struct User
{
    UserId id;
    std::optional<QString> email; ///< As emailKey() makes it.
    QString fullName;
    QString locale;
    Roles roles;
    bool isActive = true;
    std::optional<std::string> passwordHash;
    std::optional<std::string> pinHash;
    PinLock pinLock;
    std::optional<std::string> totpSealed;
    bool hasTotp = false; ///< A second factor that was confirmed.
    qint64 totpLastStep = 0;
    std::optional<QString> issuer; ///< Whose account it is, where that is not ours.
    qint64 version = 0;
};

/// Whether they belong to the shop: any role but that of a customer.
inline bool isStaff(const Roles &roles)
{
    Roles staff = roles;
    staff.reset(std::size_t(Role::Customer));
    return staff.any();
}

/// Whether a manager may decide about somebody with these roles.
inline bool isBelowManager(const Roles &roles)
{
    return !hasRole(roles, Role::Manager) && !hasRole(roles, Role::Admin);
}

} // namespace tp::auth
