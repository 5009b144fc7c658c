// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/permission.h"

#include <QString>

#include <bitset>

namespace tp {

/// Who does something: a person, a till, or nobody yet. A value that travels with a request.
struct Actor
{
    QString id; ///< Stable, for audit rows and the scope of idempotency keys. Empty: nobody.
    QString name;
    std::bitset<std::size_t(Permission::Count)> permissions;

    bool isKnown() const { return !id.isEmpty(); }
    bool may(Permission permission) const { return permissions.test(std::size_t(permission)); }
};

} // namespace tp
