// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::inventory {

/// What is shown of stock: rows that become the contract's JSON without an entity between.
class StockQueries
{
public:
    /// After which row of a list by name the page begins.
    struct After
    {
        std::string nameKey;
        std::string productId;
    };
    struct ListFilter
    {
        bool lowOnly = false;
        std::optional<LocationId> location;
    };

    /// A page of StockItem. `nextOf` turns the last row's place into a cursor.
    using CursorOf = std::string (*)(const After &);
    static Result<std::string> list(storage::Session &session, const ListFilter &filter,
                                    const std::optional<After> &after, int limit,
                                    CursorOf cursorOf);

    /// StockLevel; NotFound when the catalogue has no such product.
    static Result<std::string> one(storage::Session &session, ProductId product);

    /// A page of Movement, newest first, before `beforeSeq`. A product that was deleted still has
    /// its ledger; NotFound when there is neither.
    static Result<std::string> movements(storage::Session &session, ProductId product,
                                         std::optional<qint64> beforeSeq, int limit,
                                         std::string (*cursorOf)(qint64));

    /// One Movement.
    static Result<std::string> movement(storage::Session &session, MovementId id);
};

} // namespace tp::inventory
