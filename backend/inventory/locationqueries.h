// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::inventory {

/// What is shown of locations.
class LocationQueries
{
public:
    struct After
    {
        std::string nameKey;
        std::string id;
    };

    /// A page of Location, by name.
    static Result<std::string> list(storage::Session &session, const std::optional<After> &after,
                                    int limit, std::string (*cursorOf)(const After &));

    /// One Location; NotFound.
    static Result<std::string> one(storage::Session &session, LocationId id);
};

} // namespace tp::inventory
