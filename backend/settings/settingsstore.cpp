// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsstore.h"

using namespace Qt::StringLiterals;

namespace tp::settings {

namespace {

// clang-format off
#define TP_STORED_SETTINGS                                                                         \
    "SELECT shop_name, shop_address, shop_tax_id, currency, prices_include_tax, tax_rounding, "    \
    "cash_rounding, scale_barcodes, registration_open, totp_roles, version, updated_at "           \
    "FROM settings WHERE id = 1"

/// SQLite has one writer and no row locks; its parser does not know the words either.
constexpr std::string_view FindSqlite = TP_STORED_SETTINGS;
constexpr std::string_view FindPostgres = TP_STORED_SETTINGS " FOR UPDATE";
#undef TP_STORED_SETTINGS
constexpr std::string_view Held = "SELECT currency FROM settings WHERE id = 1 FOR SHARE";
// clang-format on

QString settingText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Result<Currency> oneCurrency(storage::Rows rows)
{
    std::optional<Currency> currency;
    if (rows.next())
        currency = Currency::fromCode(rows.text(0));
    TP_CHECK(rows.finish());
    if (!currency)
        return Error{ErrorCode::Internal, u"The shop has no currency"_s, {}};
    return *currency;
}

Result<bool> hasAnyRow(storage::Rows rows)
{
    const bool found = rows.next();
    TP_CHECK(rows.finish());
    return found;
}

/// Without its rates of tax.
Result<Settings> settingsOf(const storage::Rows &row)
{
    const auto currency = Currency::fromCode(row.text(3));
    const auto rounding = taxRoundingFromName(row.text(5));
    if (!currency || !rounding)
        return Error{ErrorCode::Internal, u"The settings cannot be read"_s, {}};
    return Settings{.shopName = settingText(row.text(0)),
                    .shopAddress = settingText(row.text(1)),
                    .shopTaxId = settingText(row.text(2)),
                    .currency = *currency,
                    .pricesIncludeTax = row.boolean(4),
                    .taxRounding = *rounding,
                    .taxRates = {},
                    .cashRounding = std::string(row.text(6)),
                    .scaleBarcodes = std::string(row.text(7)),
                    .registrationOpen = row.boolean(8),
                    .totpRoles = Roles(quint64(row.integer(9))),
                    .version = row.integer(10),
                    .updatedAtMs = row.integer(11)};
}

Result<Settings> oneSettings(storage::Rows rows)
{
    Result<Settings> found = Error{ErrorCode::Internal, u"The shop has no settings"_s, {}};
    if (rows.next())
        found = settingsOf(rows);
    TP_CHECK(rows.finish());
    return found;
}

Result<QList<TaxRate>> storedTaxRates(storage::UnitOfWork &work)
{
    QList<TaxRate> rates;
    auto rows = work.query("SELECT code, valid_from, name, rate_ppm FROM tax_classes "
                           "ORDER BY code, valid_from");
    while (rows.next())
        rates.append({settingText(rows.text(0)), rows.integer(1), settingText(rows.text(2)),
                      rows.integer(3)});
    TP_CHECK(rows.finish());
    return rates;
}

Result<void> insertTaxRate(storage::UnitOfWork &work, const TaxRate &rate)
{
    TP_CHECK(work.execute("INSERT INTO tax_classes (code, valid_from, name, rate_ppm) "
                          "VALUES ($1, $2, $3, $4)",
                          {rate.code, rate.validFromMs, rate.name, rate.ratePpm}));
    return {};
}

} // namespace

Result<Currency> SettingsStore::currency(storage::Session &session) const
{
    return oneCurrency(session.query("SELECT currency FROM settings WHERE id = 1"));
}

Result<Currency> SettingsStore::heldCurrency(storage::UnitOfWork &work) const
{
    if (work.dialect() == storage::Dialect::Postgres)
        return oneCurrency(work.query(Held));
    return currency(work);
}

Result<bool> SettingsStore::hasTaxClass(storage::Session &session, std::string_view code) const
{
    return hasAnyRow(session.query("SELECT 1 FROM tax_classes WHERE code = $1 LIMIT 1", {code}));
}

Result<Settings> SettingsStore::find(storage::UnitOfWork &work) const
{
    TP_TRY(Settings found,
           oneSettings(work.query(work.dialect() == storage::Dialect::Postgres ? FindPostgres
                                                                               : FindSqlite)));
    TP_TRY(found.taxRates, storedTaxRates(work));
    return found;
}

Result<bool> SettingsStore::begin(storage::UnitOfWork &work, const Currency &currency) const
{
    TP_TRY(
        const qint64 made,
        work.execute("INSERT INTO settings (id, shop_name, currency, prices_include_tax, version, "
                     "updated_at) VALUES (1, '', $1, 1, 1, $2) ON CONFLICT (id) DO NOTHING",
                     {currency.code(), work.nowMs()}));
    if (made == 0)
        return false;
    TP_CHECK(insertTaxRate(work, {QLatin1StringView(StandardTaxClass), 0, u"Standard"_s, 0}));
    return true;
}

Result<void> SettingsStore::update(storage::UnitOfWork &work, const Settings &settings) const
{
    TP_CHECK(work.execute(
        "UPDATE settings SET shop_name = $1, shop_address = $2, shop_tax_id = $3, currency = $4, "
        "prices_include_tax = $5, tax_rounding = $6, cash_rounding = $7, scale_barcodes = $8, "
        "registration_open = $9, totp_roles = $10, version = $11, updated_at = $12 WHERE id = 1",
        {settings.shopName, settings.shopAddress, settings.shopTaxId, settings.currency.code(),
         settings.pricesIncludeTax, nameOf(settings.taxRounding), settings.cashRounding,
         settings.scaleBarcodes, settings.registrationOpen, qint64(settings.totpRoles.to_ulong()),
         settings.version, settings.updatedAtMs}));
    return {};
}

Result<void> SettingsStore::replaceTaxRates(storage::UnitOfWork &work,
                                            const QList<TaxRate> &rates) const
{
    TP_CHECK(work.execute("DELETE FROM tax_classes"));
    for (const TaxRate &rate : rates)
        TP_CHECK(insertTaxRate(work, rate));
    return {};
}

Result<bool> SettingsStore::isAnythingPriced(storage::UnitOfWork &work) const
{
    return hasAnyRow(work.query("SELECT 1 FROM stocked_products LIMIT 1"));
}

Result<bool> SettingsStore::isTaxClassUsed(storage::UnitOfWork &work, const QString &code) const
{
    return hasAnyRow(work.query("SELECT 1 FROM used_tax_classes WHERE code = $1 LIMIT 1", {code}));
}

} // namespace tp::settings
