// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/uuid.h"

#include <QString>

#include <optional>
#include <string>

namespace tp::catalogue {

/// A branch of the tree that products are sorted into. Siblings differ in name (without case and
/// accents), so that a path such as Drinks/Coffee means one category.
struct Category
{
    CategoryId id;
    QString name;
    std::optional<CategoryId> parentId; ///< Nothing: it stands at the top.
    qint64 position = 0;                ///< Among its siblings; equals go by name.
    std::string createHash;
    qint64 version = 1;
    qint64 createdAtMs = 0;
    qint64 updatedAtMs = 0;
};

/// What is to be different; what is not named stays.
struct CategoryChange
{
    std::optional<QString> name;
    std::optional<std::optional<CategoryId>> parentId;
    std::optional<qint64> position;
};

} // namespace tp::catalogue
