// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productrowqueries.h"

namespace tp::catalogue {

namespace {

void writeImageUrl(const storage::Rows &rows, contract::JsonWriter &json)
{
    const std::string_view hash = rows.text(ProductColumn::ImageHash);
    if (hash.empty()) {
        json.null();
        return;
    }
    std::string url = "/api/products/";
    url.append(rows.text(ProductColumn::Id)).append("/image?v=").append(hash);
    json.string(std::string_view(url));
}

void writeStock(const storage::Rows &rows, contract::JsonWriter &json)
{
    const qint64 onHand = rows.integer(ProductColumn::OnHand);
    const qint64 reserved = rows.integer(ProductColumn::Reserved);
    json.beginObject();
    json.key("on_hand").quantity(onHand);
    json.key("reserved").quantity(reserved);
    json.key("available").quantity(onHand - reserved);
    json.endObject();
}

} // namespace

void writeProductRow(const storage::Rows &rows, contract::JsonWriter &json)
{
    using namespace ProductColumn;
    json.beginObject();
    json.key("id").string(rows.text(Id));
    json.key("sku").string(rows.text(Sku));
    json.key("name").string(rows.text(Name));
    json.key("description").string(rows.text(Description));
    json.key("category_id").stringOrNull(rows.text(CategoryId), rows.isNull(CategoryId));
    json.key("price").money(rows.integer(PriceMinor), rows.text(Currency));
    json.key("tax_class").string(rows.text(TaxClass));
    json.key("unit").string(rows.text(Unit));
    json.key("barcodes").raw(rows.text(Barcodes));
    json.key("image_url");
    writeImageUrl(rows, json);
    json.key("active").boolean(rows.boolean(Active));
    json.key("attributes").raw(rows.text(Attributes));
    json.key("low_stock");
    if (rows.isNull(LowStock))
        json.null();
    else
        json.quantity(rows.integer(LowStock));
    json.key("when_short").string(rows.text(WhenShort));
    json.key("stock");
    writeStock(rows, json);
    json.key("version").integer(rows.integer(Version));
    json.key("created_at").time(rows.integer(CreatedAt));
    json.key("updated_at").time(rows.integer(UpdatedAt));
    json.endObject();
}

std::string etagOfProductRow(const storage::Rows &rows)
{
    return std::to_string(rows.integer(ProductColumn::Version)) + '-' +
           std::to_string(rows.integer(ProductColumn::OnHand)) + '-' +
           std::to_string(rows.integer(ProductColumn::Reserved));
}

} // namespace tp::catalogue
