// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::catalogue {

/// Where a list of categories goes on.
struct CategoryPlace
{
    qint64 position = 0;
    std::string nameKey;
    std::string id;
};

/// Categories as they are shown: rows go straight into JSON.
class CategoryQueries
{
public:
    /// Appends one category; its ETag. NotFound.
    Result<std::string> write(storage::Session &session, const CategoryId &id,
                              contract::JsonWriter &json) const;

    /// Appends at most `limit` categories by position, then name; where the next page begins.
    Result<std::optional<CategoryPlace>> writePage(storage::Session &session,
                                                   const std::optional<CategoryPlace> &after,
                                                   int limit, contract::JsonWriter &json) const;

    /// NotFound when there is no such category.
    Result<void> require(storage::Session &session, const CategoryId &id) const;
};

} // namespace tp::catalogue
