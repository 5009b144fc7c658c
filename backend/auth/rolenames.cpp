// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/rolenames.h"

#include <array>

namespace tp::auth {
namespace {

constexpr std::array<std::string_view, std::size_t(Role::Count)> Names{
    "customer", "cashier", "vendor", "manager", "admin"};

} // namespace

std::string_view roleName(Role role)
{
    return Names[std::size_t(role)];
}

std::optional<Role> roleNamed(std::string_view name)
{
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (Names[i] == name)
            return Role(i);
    }
    return std::nullopt;
}

std::string roleNamesJson(const Roles &roles)
{
    std::string json = "[";
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (hasRole(roles, Role(i)))
            json += (json.size() > 1 ? ",\"" : "\"") + std::string(Names[i]) + '"';
    }
    return json + ']';
}

} // namespace tp::auth
