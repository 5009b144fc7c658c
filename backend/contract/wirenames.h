// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/errorcode.h"
#include "backend/kernel/permission.h"
#include "backend/kernel/role.h"

#include <optional>
#include <span>
#include <string_view>

namespace tp::contract {

/// How one value of an enum is spelled on the wire. An enum that crosses it has an overload
/// `std::span<const WireName<E>> wireNames(E)` that lists all of its values; the argument only
/// says which enum is meant.
template <typename E>
struct WireName
{
    E value;
    std::string_view name;
};

template <typename E>
WireName(E, const char *) -> WireName<E>; // clang 14 cannot tell this from the members.
template <typename E>
WireName(E, std::string_view) -> WireName<E>;

std::span<const WireName<ErrorCode>> wireNames(ErrorCode);
std::span<const WireName<Permission>> wireNames(Permission);
std::span<const WireName<Role>> wireNames(Role);

/// "sku_taken", "catalogue.write", "kg".
template <typename E>
std::string_view wireName(E value)
{
    for (const auto &row : wireNames(value)) {
        if (row.value == value)
            return row.name;
    }
    return {};
}

/// The value that is spelled so, case included, or nothing.
template <typename E>
std::optional<E> fromWireName(std::string_view name)
{
    for (const auto &row : wireNames(E{})) {
        if (row.name == name)
            return row.value;
    }
    return std::nullopt;
}

/// A short English sentence for each code: the title of problem+json, the same at every occurrence.
std::string_view titleOf(ErrorCode code);

} // namespace tp::contract
