// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/orderstate.h"

#include <algorithm>
#include <array>

namespace tp::orders {
namespace {

constexpr std::array<std::string_view, std::size_t(OrderState::Count)> StateNames{
    "pending",   "reserved", "confirmed",          "fulfilled", "completed",
    "cancelled", "rejected", "partially_returned", "returned"};

} // namespace

std::string_view nameOf(OrderState state)
{
    return StateNames[std::size_t(state)];
}

OrderState orderStateNamed(std::string_view name)
{
    const auto found = std::find(StateNames.begin(), StateNames.end(), name);
    Q_ASSERT_X(found != StateNames.end(), "orderStateNamed", "the database checks the names");
    return OrderState(found - StateNames.begin());
}

} // namespace tp::orders
