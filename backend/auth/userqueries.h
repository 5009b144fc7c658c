// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/session.h"
#include "backend/kernel/result.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::auth {

/// What is shown of people.
class UserQueries
{
public:
    struct After
    {
        std::string nameKey;
        std::string id;
    };
    struct Filter
    {
        std::optional<Role> role;
        std::optional<bool> isActive;
    };

    /// A page of User, by name.
    static Result<std::string> list(storage::Session &session, const Filter &filter,
                                    const std::optional<After> &after, int limit,
                                    std::string (*cursorOf)(const After &));

    /// One User; NotFound.
    static Result<std::string> one(storage::Session &session, UserId id);

    /// Somebody as they see themselves; NotFound.
    static Result<contract::Profile> profile(storage::Session &session, UserId id);
};

} // namespace tp::auth
