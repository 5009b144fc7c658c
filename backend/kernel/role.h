// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>

namespace tp {

/// What a person is in the shop. What a role may do stands in auth/rolegrants; the wire spelling in
/// contract/wirenames.
enum class Role { Customer, Cashier, Vendor, Manager, Admin, Count };

using Roles = std::bitset<std::size_t(Role::Count)>;

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
