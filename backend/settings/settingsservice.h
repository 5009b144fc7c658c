// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/settings/settings.h"
#include "backend/storage/unitofwork.h"

#include <optional>

namespace tp::settings {

/// The shop as its first admin names it.
struct NewShop
{
    QString name;
    std::optional<QString> currency; ///< ISO 4217; as it is, when left out.
    QString address;
    QString taxId;
};

/// Changes what the shop has decided, inside a unit of work that is handed in.
class SettingsService
{
public:
    /// The version as it stands; nobody else changes it until the unit of work ends.
    Result<qint64> version(storage::UnitOfWork &work) const;

    /// InvalidBody for what is wrong by itself; Conflict when the currency would change although
    /// something is priced, or a tax class would go that a product names. The version counts on
    /// and the audit trail says so only if something changed.
    Result<void> change(storage::UnitOfWork &work, const SettingsChange &change,
                        const Origin &origin) const;

    /// For the set-up: what is empty stays. InvalidBody when /shop/currency is none, else as
    /// change().
    Result<void> nameShop(storage::UnitOfWork &work, const NewShop &shop,
                          const Origin &origin) const;

    /// Makes a fresh shop usable: EUR unless `wanted`, prices include tax, one class `standard` at
    /// 0. In a shop that stands, `wanted` changes the currency as long as nothing is priced, and is
    /// refused (Conflict) after.
    Result<void> ensureDefaults(storage::UnitOfWork &work, std::optional<Currency> wanted) const;
};

} // namespace tp::settings
