// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/people.h"

namespace tp::session {

ui::SignedInUser toSignedInUser(const contract::Profile &profile,
                                const QList<Permission> &permissions)
{
    ui::SignedInUser user;
    user.id = profile.id;
    user.email = profile.email.value_or(QString());
    user.name = profile.fullName.isEmpty() ? user.email : profile.fullName;
    user.roles = roleSetOf(profile.roles);
    for (const Permission permission : permissions)
        user.permissions.set(std::size_t(permission));
    return user;
}

} // namespace tp::session
