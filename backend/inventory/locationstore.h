// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/uuid.h"
#include "backend/storage/unitofwork.h"

#include <QString>

#include <optional>
#include <string>

namespace tp::inventory {

/// The SQL that changes where goods may lie.
class LocationStore
{
public:
    static Result<std::optional<std::string>> createHashOf(storage::UnitOfWork &work,
                                                           LocationId id);

    /// Conflict when another has that name, without regard to case and accents.
    static Result<void> insert(storage::UnitOfWork &work, LocationId id, const QString &name,
                               const std::string &createHash);
};

} // namespace tp::inventory
