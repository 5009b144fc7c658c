// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsstore.h"

#include "backend/storage/unitofwork.h"

using namespace Qt::StringLiterals;

namespace tp::settings {

namespace {

Result<bool> isAnythingPriced(storage::Session &session)
{
    auto rows = session.query("SELECT 1 FROM stocked_products LIMIT 1");
    const bool found = rows.next();
    TP_CHECK(rows.finish());
    return found;
}

Result<void> changeCurrency(storage::UnitOfWork &work, const Currency &from, const Currency &to)
{
    TP_TRY(const bool isPriced, isAnythingPriced(work));
    if (isPriced) {
        return Error{ErrorCode::Conflict,
                     u"This shop's currency is %1, and there are prices in it already: it cannot "
                     u"become %2"_s.arg(from.codeText(), to.codeText()),
                     {}};
    }
    const auto changed = work.execute("UPDATE settings SET currency = $1, version = version + 1, "
                                      "updated_at = $2 WHERE id = 1",
                                      {to.code(), work.nowMs()});
    return changed ? Result<void>() : changed.error();
}

} // namespace

Result<Currency> SettingsStore::currency(storage::Session &session) const
{
    auto rows = session.query("SELECT currency FROM settings WHERE id = 1");
    std::optional<Currency> currency;
    if (rows.next())
        currency = Currency::fromCode(rows.text(0));
    TP_CHECK(rows.finish());
    if (!currency)
        return Error{ErrorCode::Internal, u"The shop has no currency"_s, {}};
    return *currency;
}

Result<bool> SettingsStore::hasTaxClass(storage::Session &session, std::string_view code) const
{
    auto rows = session.query("SELECT 1 FROM tax_classes WHERE code = $1 LIMIT 1", {code});
    const bool found = rows.next();
    TP_CHECK(rows.finish());
    return found;
}

Result<void> SettingsStore::ensureDefaults(storage::UnitOfWork &work,
                                           std::optional<Currency> wanted) const
{
    const std::string_view code = wanted ? wanted->code() : std::string_view("EUR");
    TP_TRY(
        const qint64 made,
        work.execute("INSERT INTO settings (id, shop_name, currency, prices_include_tax, version, "
                     "updated_at) VALUES (1, '', $1, 1, 1, $2) ON CONFLICT (id) DO NOTHING",
                     {code, work.nowMs()}));
    if (made > 0) {
        const auto added =
            work.execute("INSERT INTO tax_classes (code, name, rate_ppm, valid_from) "
                         "VALUES ('standard', 'Standard', 0, 0)");
        return added ? Result<void>() : added.error();
    }
    if (!wanted)
        return {};
    TP_TRY(const Currency current, currency(work));
    return current == *wanted ? Result<void>() : changeCurrency(work, current, *wanted);
}

} // namespace tp::settings
