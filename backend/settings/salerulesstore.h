// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/settings/settings.h"
#include "backend/storage/unitofwork.h"

namespace tp::settings {

/// What a sale is priced by.
struct SaleRules
{
    Currency currency;
    bool pricesIncludeTax = true;
    TaxRounding taxRounding = TaxRounding::Line;
    qint64 cashStepMinor = 1; ///< The smallest coin.
    QList<TaxRate> taxRates;
};

/// The SQL that reads what the shop has decided about prices.
class SaleRulesStore
{
public:
    static Result<SaleRules> read(storage::Session &session);
};

/// The smallest coin of a currency, as cashRoundingJson() wrote it; 1 where nothing is said.
qint64 cashStepIn(std::string_view cashRounding, const Currency &currency);

} // namespace tp::settings
