// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/currency.h"
#include "backend/kernel/result.h"

#include <optional>
#include <string_view>

namespace tp::storage {
class Session;
class UnitOfWork;
} // namespace tp::storage

namespace tp::settings {

/// What the shop has decided for all of its registers, as the other slices need it. Holds nothing
/// itself: the database is asked each time, because another backend may have changed it.
class SettingsStore
{
public:
    /// The one currency of the shop. Unavailable, or Internal before ensureDefaults() ever ran.
    Result<Currency> currency(storage::Session &session) const;

    Result<bool> hasTaxClass(storage::Session &session, std::string_view code) const;

    /// Makes a fresh shop usable: EUR unless `wanted`, prices include tax, one class `standard` at
    /// 0. In a shop that stands, `wanted` changes the currency as long as nothing is priced, and is
    /// refused (Conflict) after.
    Result<void> ensureDefaults(storage::UnitOfWork &work, std::optional<Currency> wanted) const;
};

} // namespace tp::settings
