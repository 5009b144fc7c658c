// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// A category as the backend answers it; siblings are shown by position, then name.
struct Category
{
    CategoryId id;
    QString name;
    std::optional<CategoryId> parentId;
    qint64 position = 0;
    qint64 version = 0;

    static const Object<Category> &object();
    friend bool operator==(const Category &, const Category &) = default;
};

/// The body of POST /api/categories.
struct NewCategory
{
    std::optional<CategoryId> id;
    QString name;
    std::optional<CategoryId> parentId;
    std::optional<qint64> position; ///< Left out: behind its siblings.

    static const Object<NewCategory> &object();
    friend bool operator==(const NewCategory &, const NewCategory &) = default;
};

/// The body of PUT /api/categories/{id}: what is left out stays.
struct ChangeCategory
{
    Change<QString> name;
    Change<std::optional<CategoryId>> parentId;
    Change<qint64> position;
    ReadOnlyMembers readOnly; ///< id, version.

    static const Object<ChangeCategory> &object();
    friend bool operator==(const ChangeCategory &, const ChangeCategory &) = default;
};

} // namespace tp::contract
