// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/actor.h"

#include <optional>
#include <string>
#include <string_view>

namespace tp::events {

/// Who may hear of something: whoever may read it.
struct Audience
{
    std::optional<Permission> readers; ///< Nothing: everybody who is signed in.
    std::string owner;                 ///< A user who may read what is theirs; empty: nobody's.

    static Audience everybody() { return {}; }
    static Audience whoMay(Permission permission, std::string owner = {})
    {
        return {permission, std::move(owner)};
    }
};

/// What stands in the outbox: the permission as the wire names it, empty for everybody.
std::string_view readersText(const Audience &audience);

/// Whether an actor hears of what has these readers and this owner. A permission that nobody here
/// knows (a newer backend wrote it) is one that nobody has.
bool mayHear(const Actor &actor, std::string_view readers, std::string_view owner);

} // namespace tp::events
