// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonvalue.h"
#include "backend/kernel/result.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tp::contract {

/// A member of a PUT body: left out, or the value that is to be. Change<std::optional<X>> may also
/// be null in the body, which is a value: nothing.
template <typename T>
struct Change
{
    std::optional<T> to;

    explicit operator bool() const { return to.has_value(); }

    void applyTo(T &target) const
    {
        if (to)
            target = *to;
    }

    friend bool operator==(const Change &, const Change &) = default;
};

/// Members that a client may send back but not change, kept as sent until the resource is known.
using ReadOnlyMembers = std::vector<std::pair<std::string, JsonValue>>;

/// Compares what was sent with the resource as it stands (an object): InvalidBody with a ReadOnly
/// field error for each member that differs or that the resource does not have.
Result<void> unchanged(const ReadOnlyMembers &sent, const JsonValue &current);

} // namespace tp::contract
