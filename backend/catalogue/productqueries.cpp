// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productqueries.h"

#include "backend/catalogue/categorypagequeries.h"
#include "backend/catalogue/productrowqueries.h"
#include "backend/catalogue/subtreequeries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

// clang-format off
constexpr std::string_view ById =
    "SELECT " TP_PRODUCT_COLUMNS " FROM products p" TP_PRODUCT_STOCK "WHERE p.id = $1";

constexpr std::string_view ByBarcode =
    "SELECT " TP_PRODUCT_COLUMNS " FROM product_barcodes b JOIN products p ON p.id = b.product_id"
    TP_PRODUCT_STOCK "WHERE b.barcode = $1";

constexpr std::string_view PageOfAll =
    "SELECT " TP_PRODUCT_COLUMNS " FROM products p" TP_PRODUCT_STOCK
    "WHERE (p.name_key, p.id) > ($1, $2) ORDER BY p.name_key, p.id LIMIT $3";

constexpr std::string_view PageByActive =
    "SELECT " TP_PRODUCT_COLUMNS " FROM products p" TP_PRODUCT_STOCK
    "WHERE p.active = $4 AND (p.name_key, p.id) > ($1, $2) ORDER BY p.name_key, p.id LIMIT $3";
// clang-format on

Error notFound()
{
    return {ErrorCode::NotFound, u"There is no such product"_s, {}};
}

storage::Rows pageRows(storage::Session &session, const std::optional<bool> &active,
                       const ListPlace &after, qint64 limit)
{
    if (active)
        return session.query(PageByActive, {after.nameKey, after.id, limit, *active});
    return session.query(PageOfAll, {after.nameKey, after.id, limit});
}

} // namespace

Result<std::string> ProductQueries::write(storage::Session &session, const ProductId &id,
                                          contract::JsonWriter &json) const
{
    auto rows = session.query(ById, {id});
    std::string etag;
    if (rows.next()) {
        writeProductRow(rows, json);
        etag = etagOfProductRow(rows);
    }
    TP_CHECK(rows.finish());
    if (etag.empty())
        return notFound();
    return etag;
}

Result<std::optional<ListPlace>> ProductQueries::writePage(storage::Session &session,
                                                           const ProductFilter &filter,
                                                           const std::optional<ListPlace> &after,
                                                           int limit,
                                                           contract::JsonWriter &json) const
{
    const ListPlace start = after.value_or(ListPlace());
    if (filter.categoryId)
        return writeCategoryPage(session, *filter.categoryId, filter.active, start, limit, json);

    // One more than is shown tells whether there is a next page.
    auto rows = pageRows(session, filter.active, start, limit + 1);
    ListPlace last;
    for (int written = 0; rows.next(); ++written) {
        if (written == limit)
            return std::optional(std::move(last));
        writeProductRow(rows, json);
        if (written == limit - 1) {
            last = {std::string(rows.text(ProductColumn::NameKey)),
                    std::string(rows.text(ProductColumn::Id))};
        }
    }
    TP_CHECK(rows.finish());
    return std::optional<ListPlace>();
}

Result<void> ProductQueries::writeByBarcode(storage::Session &session, const std::string &barcode,
                                            const ProductFilter &filter,
                                            contract::JsonWriter &json) const
{
    std::vector<std::string> categories;
    if (filter.categoryId) {
        TP_TRY(categories, subtreeOf(session, *filter.categoryId));
    }
    auto rows = session.query(ByBarcode, {barcode});
    while (rows.next()) {
        const std::string_view category = rows.text(ProductColumn::CategoryId);
        const bool isInside = !filter.categoryId || std::find(categories.begin(), categories.end(),
                                                              category) != categories.end();
        if (isInside && filter.active.value_or(rows.boolean(ProductColumn::Active)) ==
                            rows.boolean(ProductColumn::Active)) {
            writeProductRow(rows, json);
        }
    }
    return rows.finish();
}

Result<std::string> ProductQueries::imageHash(storage::Session &session, const ProductId &id) const
{
    auto rows = session.query("SELECT image_hash FROM products WHERE id = $1", {id});
    std::optional<std::string> hash;
    if (rows.next())
        hash = std::string(rows.text(0));
    TP_CHECK(rows.finish());
    if (!hash)
        return notFound();
    return *hash;
}

} // namespace tp::catalogue
