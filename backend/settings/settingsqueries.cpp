// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsqueries.h"

#include "backend/contract/wirenames.h"

using namespace Qt::StringLiterals;

namespace tp::settings {

namespace {

using contract::JsonWriter;
using storage::Rows;

Result<std::string> taxClassesJson(storage::Session &session)
{
    std::string text;
    JsonWriter json(text);
    json.beginArray();
    auto rows = session.query("SELECT code, name, rate_ppm, valid_from FROM tax_classes "
                              "ORDER BY code, valid_from");
    while (rows.next()) {
        json.beginObject().key("code").string(rows.text(0)).key("name").string(rows.text(1));
        json.key("rate_ppm").integer(rows.integer(2)).key("valid_from").time(rows.integer(3));
        json.endObject();
    }
    TP_CHECK(rows.finish());
    json.endArray();
    return text;
}

void writeRoleNames(qint64 bits, JsonWriter &json)
{
    json.beginArray();
    for (int role = 0; role < int(Role::Count); ++role) {
        if (bits >> role & 1)
            json.string(contract::wireName(Role(role)));
    }
    json.endArray();
}

/// The members of SaleRules but the version. Columns: shop_name, shop_address, shop_tax_id,
/// currency, prices_include_tax, tax_rounding, cash_rounding, scale_barcodes.
void writeRules(const Rows &row, const std::string &taxClasses, JsonWriter &json)
{
    json.beginObject().key("shop").beginObject();
    json.key("name").string(row.text(0)).key("address").string(row.text(1));
    json.key("tax_id").string(row.text(2)).endObject();
    json.key("currency").string(row.text(3));
    json.key("prices_include_tax").boolean(row.boolean(4));
    json.key("tax_rounding").string(row.text(5));
    json.key("tax_classes").raw(taxClasses);
    json.key("cash_rounding").raw(row.text(6));
    json.key("scale_barcodes").raw(row.text(7));
}

/// Columns: those of writeRules(), registration_open, totp_roles, version.
void writeSettingsRow(const Rows &row, const std::string &taxClasses, JsonWriter &json)
{
    writeRules(row, taxClasses, json);
    json.key("registration_open").boolean(row.boolean(8));
    json.key("totp_required_for");
    writeRoleNames(row.integer(9), json);
    json.key("version").integer(row.integer(10)).endObject();
}

} // namespace

Result<std::string> SettingsQueries::write(storage::Session &session, JsonWriter &json) const
{
    TP_TRY(const std::string taxClasses, taxClassesJson(session));
    auto rows = session.query(
        "SELECT shop_name, shop_address, shop_tax_id, currency, prices_include_tax, tax_rounding, "
        "cash_rounding, scale_barcodes, registration_open, totp_roles, version "
        "FROM settings WHERE id = 1");
    std::string etag;
    if (rows.next()) {
        writeSettingsRow(rows, taxClasses, json);
        etag = std::to_string(rows.integer(10));
    }
    TP_CHECK(rows.finish());
    if (etag.empty())
        return Error{ErrorCode::Internal, u"The shop has no settings"_s, {}};
    return etag;
}

Result<std::string> SettingsQueries::writeSaleRules(storage::Session &session,
                                                    JsonWriter &json) const
{
    TP_TRY(const std::string taxClasses, taxClassesJson(session));
    auto rows = session.query(
        "SELECT shop_name, shop_address, shop_tax_id, currency, prices_include_tax, tax_rounding, "
        "cash_rounding, scale_barcodes, version FROM settings WHERE id = 1");
    std::string etag;
    if (rows.next()) {
        writeRules(rows, taxClasses, json);
        json.key("version").integer(rows.integer(8)).endObject();
        etag = std::to_string(rows.integer(8));
    }
    TP_CHECK(rows.finish());
    if (etag.empty())
        return Error{ErrorCode::Internal, u"The shop has no settings"_s, {}};
    return etag;
}

} // namespace tp::settings
