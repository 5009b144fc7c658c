// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/category.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string_view>

namespace tp::catalogue {

/// The SQL that changes the tree of categories.
class CategoryStore
{
public:
    /// Nobody else may change the tree until the unit of work ends: two moves at once could make
    /// a ring of which neither knows.
    Result<void> lockTree(storage::UnitOfWork &work) const;

    Result<std::optional<Category>> find(storage::UnitOfWork &work, const CategoryId &id) const;

    /// Any of the children of `parent` (nothing: at the top) with this name, folded.
    Result<std::optional<CategoryId>> findChild(storage::UnitOfWork &work,
                                                const std::optional<CategoryId> &parent,
                                                std::string_view nameKey) const;

    /// Where a new child of `parent` goes when nobody says it.
    Result<qint64> nextPosition(storage::UnitOfWork &work,
                                const std::optional<CategoryId> &parent) const;

    /// Whether `inner` is `outer` or lies somewhere below it.
    Result<bool> isWithin(storage::UnitOfWork &work, const CategoryId &inner,
                          const CategoryId &outer) const;

    /// Whether products or categories stand in it.
    Result<bool> isInUse(storage::UnitOfWork &work, const CategoryId &id) const;

    /// Conflict when a sibling has the name already.
    Result<void> insert(storage::UnitOfWork &work, const Category &category) const;
    Result<void> update(storage::UnitOfWork &work, const Category &category) const;

    /// CategoryInUse when something stands in it after all.
    Result<void> remove(storage::UnitOfWork &work, const CategoryId &id) const;
};

} // namespace tp::catalogue
