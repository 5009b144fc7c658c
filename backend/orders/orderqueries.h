// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::orders {

/// What is shown of orders. `owner` narrows it to what one user placed: what is another's does not
/// exist for them.
class OrderQueries
{
public:
    struct After
    {
        qint64 createdAtMs = 0;
        std::string id;
    };
    struct Filter
    {
        std::optional<std::string> owner;
        std::optional<std::string> status;
        std::optional<std::string> userId;
    };

    /// A page of Order, the newest first.
    static Result<std::string> list(storage::Session &session, const Filter &filter,
                                    const std::optional<After> &after, int limit,
                                    std::string (*cursorOf)(const After &));

    struct Shown
    {
        std::string json;
        qint64 version = 0;
    };
    /// One Order; NotFound.
    static Result<Shown> one(storage::Session &session, OrderId id,
                             const std::optional<std::string> &owner);

    /// A page of TimelineEntry with all that happened; NotFound.
    static Result<std::string> timeline(storage::Session &session, OrderId id,
                                        const std::optional<std::string> &owner);

    /// A page of Attention: what nobody has dealt with, the oldest first.
    static Result<std::string> attention(storage::Session &session,
                                         const std::optional<After> &after, int limit,
                                         std::string (*cursorOf)(const After &));
};

} // namespace tp::orders
