// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/rolenames.h"

namespace tp::auth {

std::string roleNamesJson(const Roles &roles)
{
    std::string json = "[";
    for (std::size_t i = 0; i < RoleNames.size(); ++i) {
        if (hasRole(roles, Role(i)))
            json += (json.size() > 1 ? ",\"" : "\"") + std::string(RoleNames[i]) + '"';
    }
    return json + ']';
}

} // namespace tp::auth
