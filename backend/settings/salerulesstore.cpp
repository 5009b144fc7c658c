// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/salerulesstore.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace tp::settings {

qint64 cashStepIn(std::string_view cashRounding, const Currency &currency)
{
    const std::string name = '"' + std::string(currency.code()) + "\":";
    const std::size_t at = cashRounding.find(name);
    qint64 step = 1;
    if (at != std::string_view::npos) {
        const char *digits = cashRounding.data() + at + name.size();
        std::from_chars(digits, cashRounding.data() + cashRounding.size(), step);
    }
    return std::max<qint64>(1, step);
}

Result<SaleRules> SaleRulesStore::read(storage::Session &session)
{
    std::optional<SaleRules> rules;
    auto settings = session.query("SELECT currency, prices_include_tax, tax_rounding, "
                                  "cash_rounding FROM settings WHERE id = 1");
    if (settings.next()) {
        const auto currency = Currency::fromCode(settings.text(0));
        const auto rounding = taxRoundingFromName(settings.text(2));
        if (currency && rounding)
            rules = SaleRules{*currency,
                              settings.boolean(1),
                              *rounding,
                              cashStepIn(settings.text(3), *currency),
                              {}};
    }
    TP_CHECK(settings.finish());
    if (!rules)
        return Error{ErrorCode::Internal, u"The shop has no settings"_s, {}};
    auto rates = session.query("SELECT code, valid_from, rate_ppm FROM tax_classes");
    while (rates.next()) {
        const std::string_view code = rates.text(0);
        rules->taxRates.append({QString::fromUtf8(code.data(), qsizetype(code.size())),
                                rates.integer(1),
                                {},
                                rates.integer(2)});
    }
    TP_CHECK(rates.finish());
    return *rules;
}

} // namespace tp::settings
