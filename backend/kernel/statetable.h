// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace tp {

/// The whole life of a thing as one literal table: from this state, on this event, to that state.
/// What is not in the table cannot happen. `State` ends with Count and starts at 0.
template <typename State, typename Event, std::size_t Rows>
struct TransitionTable
{
    struct Row
    {
        State from;
        Event on;
        State to;
    };

    Row rows[Rows]; // Not std::array: its braces would double those of every table.

    /// Nothing when the event is not allowed in this state.
    constexpr std::optional<State> next(State from, Event on) const
    {
        for (const Row &row : rows) {
            if (row.from == from && row.on == on)
                return row.to;
        }
        return std::nullopt;
    }

    /// A final state has no way out.
    constexpr bool isFinal(State state) const
    {
        for (const Row &row : rows) {
            if (row.from == state)
                return false;
        }
        return true;
    }
};

/// No cell is written twice. For a static_assert below each table.
template <typename State, typename Event, std::size_t Rows>
constexpr bool isDeterministic(const TransitionTable<State, Event, Rows> &table)
{
    for (std::size_t i = 0; i < Rows; ++i) {
        for (std::size_t j = i + 1; j < Rows; ++j) {
            if (table.rows[i].from == table.rows[j].from && table.rows[i].on == table.rows[j].on)
                return false;
        }
    }
    return true;
}

/// Every state can come about, starting from `first`. For a static_assert below each table.
template <typename State, typename Event, std::size_t Rows>
constexpr bool reachesEveryState(const TransitionTable<State, Event, Rows> &table, State first,
                                 State count)
{
    // Each pass over the rows reaches one state more, or there is none left to reach.
    std::array<bool, Rows + 1> isReached{};
    const std::size_t states = std::size_t(count);
    if (states > isReached.size())
        return false; // So few rows cannot lead to so many states.
    isReached[std::size_t(first)] = true;
    for (std::size_t pass = 0; pass < states; ++pass) {
        for (const auto &row : table.rows) {
            if (std::size_t(row.from) >= states || std::size_t(row.to) >= states)
                return false;
            if (isReached[std::size_t(row.from)])
                isReached[std::size_t(row.to)] = true;
        }
    }
    for (std::size_t state = 0; state < states; ++state) {
        if (!isReached[state])
            return false;
    }
    return true;
}

} // namespace tp
