// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/category.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>

namespace tp::catalogue {

/// What one can do with the tree of categories, each inside a unit of work that is handed in.
class CategoryService
{
public:
    struct Created
    {
        CategoryId id;
        bool isNew = true; ///< False: the same body made it before.
    };

    /// What a client asked for; without a position it goes behind its siblings.
    struct NewCategory
    {
        std::optional<CategoryId> id;
        QString name;
        std::optional<CategoryId> parentId;
        std::optional<qint64> position;
        std::string createHash;
    };

    /// IdTaken, UnknownReference (the parent), Conflict (a sibling has the name).
    Result<Created> create(storage::UnitOfWork &work, const NewCategory &wanted) const;

    /// NotFound.
    Result<qint64> version(storage::UnitOfWork &work, const CategoryId &id) const;

    /// NotFound, UnknownReference, CategoryCycle, Conflict. The version counts on only if
    /// something changed.
    Result<void> change(storage::UnitOfWork &work, const CategoryId &id,
                        const CategoryChange &change) const;

    /// NotFound, CategoryInUse.
    Result<void> remove(storage::UnitOfWork &work, const CategoryId &id) const;

    /// The category that a path of names means ("Drinks", "Coffee"), made where it does not
    /// exist. The names are not empty.
    Result<CategoryId> resolve(storage::UnitOfWork &work, const QStringList &path) const;
};

} // namespace tp::catalogue
