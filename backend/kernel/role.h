// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string_view>

namespace tp {

/// What a person is in the shop. What a role may do stands in auth/rolegrants.
enum class Role { Customer, Cashier, Vendor, Manager, Admin, Count };

using Roles = std::bitset<std::size_t(Role::Count)>;

/// As the wire, tokens, the audit trail and the command line spell them.
inline constexpr std::array<std::string_view, std::size_t(Role::Count)> RoleNames{
    "customer", "cashier", "vendor", "manager", "admin"};

constexpr std::string_view roleName(Role role)
{
    return RoleNames[std::size_t(role)];
}

constexpr std::optional<Role> roleNamed(std::string_view name)
{
    for (std::size_t i = 0; i < RoleNames.size(); ++i) {
        if (RoleNames[i] == name)
            return Role(i);
    }
    return std::nullopt;
}

inline bool hasRole(const Roles &roles, Role role)
{
    return roles.test(std::size_t(role));
}

/// The roles of a list; one named twice is one.
template <typename List>
Roles roleSetOf(const List &list)
{
    Roles roles;
    for (const Role role : list)
        roles.set(std::size_t(role));
    return roles;
}

} // namespace tp
