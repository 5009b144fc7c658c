// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/permission.h"

#include <array>
#include <initializer_list>

namespace tp {

/// What narrows a permission: "orders.cancel, but only what is pending and one's own".
enum class Limit {
    Own,          ///< Only what is theirs; what is not does not exist for them.
    Pending,      ///< Only an order that is still pending.
    Web,          ///< Only orders of the web channel.
    Pos,          ///< Only orders of a till.
    Card,         ///< Only payments by card.
    ByApproval,   ///< Only with somebody else's approval for this one act.
    BelowManager, ///< Only users whose roles are all below manager.
    Count
};

/// Whether something is permitted, and within which limits. Two grants add up: what one permits
/// freely, the other cannot narrow.
class Grant
{
public:
    constexpr Grant() = default; ///< Not permitted.

    static constexpr Grant free() { return Grant(true, 0); }
    static constexpr Grant within(std::initializer_list<Limit> limits)
    {
        unsigned bits = 0;
        for (const Limit limit : limits)
            bits |= 1U << unsigned(limit);
        return Grant(true, bits);
    }

    constexpr bool isGiven() const { return m_isGiven; }
    constexpr bool isLimitedTo(Limit limit) const { return m_limits & (1U << unsigned(limit)); }

    constexpr Grant plus(Grant other) const
    {
        if (!m_isGiven)
            return other;
        return other.m_isGiven ? Grant(true, m_limits & other.m_limits) : *this;
    }

    friend constexpr bool operator==(Grant, Grant) = default;

private:
    constexpr Grant(bool isGiven, unsigned limits) : m_isGiven(isGiven), m_limits(limits) {}

    bool m_isGiven = false;
    unsigned m_limits = 0;
};

/// A grant for each permission.
class Grants
{
public:
    constexpr Grant at(Permission permission) const { return m_grants[std::size_t(permission)]; }
    constexpr void add(Permission permission, Grant grant)
    {
        Grant &mine = m_grants[std::size_t(permission)];
        mine = mine.plus(grant);
    }
    constexpr void add(const Grants &other)
    {
        for (std::size_t i = 0; i < m_grants.size(); ++i)
            m_grants[i] = m_grants[i].plus(other.m_grants[i]);
    }

    friend constexpr bool operator==(const Grants &, const Grants &) = default;

private:
    std::array<Grant, std::size_t(Permission::Count)> m_grants{};
};

} // namespace tp
