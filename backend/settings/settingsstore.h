// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/settings/settings.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string_view>

namespace tp::settings {

/// The SQL that reads what the shop has decided to hold to it, and changes it. Holds nothing
/// itself: the database is asked each time, because another backend may have changed it.
class SettingsStore
{
public:
    /// The one currency of the shop. Unavailable, or Internal before the shop was made.
    Result<Currency> currency(storage::Session &session) const;

    /// The same, and until the unit of work ends nobody changes the settings: what is priced in
    /// this currency and taxed by these classes stays right.
    Result<Currency> heldCurrency(storage::UnitOfWork &work) const;

    Result<bool> hasTaxClass(storage::Session &session, std::string_view code) const;

    /// As it stands; on PostgreSQL locked until the unit of work ends.
    Result<Settings> find(storage::UnitOfWork &work) const;

    /// Makes the row of a fresh shop; false when there is one.
    Result<bool> begin(storage::UnitOfWork &work, const Currency &currency) const;

    /// All but the rates of tax.
    Result<void> update(storage::UnitOfWork &work, const Settings &settings) const;
    Result<void> replaceTaxRates(storage::UnitOfWork &work, const QList<TaxRate> &rates) const;

    /// Whether anything has a price.
    Result<bool> isAnythingPriced(storage::UnitOfWork &work) const;

    /// Whether a product names that class.
    Result<bool> isTaxClassUsed(storage::UnitOfWork &work, const QString &code) const;
};

} // namespace tp::settings
