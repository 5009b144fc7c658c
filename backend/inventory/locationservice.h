// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/inventory/locationstore.h"

namespace tp::inventory {

/// Adds places where goods may lie.
class LocationService
{
public:
    /// Whether it is new. IdTaken, or Conflict for a taken name.
    static Result<bool> add(storage::UnitOfWork &work, LocationId id, const QString &name,
                            const std::string &createHash);
};

} // namespace tp::inventory
