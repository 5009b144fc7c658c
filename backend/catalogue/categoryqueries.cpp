// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/categoryqueries.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

Error noSuchCategory()
{
    return {ErrorCode::NotFound, u"There is no such category"_s, {}};
}

/// Columns: id, name, parent_id, position, version.
void writeCategoryRow(const storage::Rows &rows, contract::JsonWriter &json)
{
    json.beginObject();
    json.key("id").string(rows.text(0));
    json.key("name").string(rows.text(1));
    json.key("parent_id").stringOrNull(rows.text(2), rows.isNull(2));
    json.key("position").integer(rows.integer(3));
    json.key("version").integer(rows.integer(4));
    json.endObject();
}

} // namespace

Result<std::string> CategoryQueries::write(storage::Session &session, const CategoryId &id,
                                           contract::JsonWriter &json) const
{
    auto rows = session.query("SELECT id, name, parent_id, position, version FROM categories "
                              "WHERE id = $1",
                              {id});
    std::string etag;
    if (rows.next()) {
        writeCategoryRow(rows, json);
        etag = std::to_string(rows.integer(4));
    }
    TP_CHECK(rows.finish());
    if (etag.empty())
        return noSuchCategory();
    return etag;
}

Result<std::optional<CategoryPlace>>
CategoryQueries::writePage(storage::Session &session, const std::optional<CategoryPlace> &after,
                           int limit, contract::JsonWriter &json) const
{
    const CategoryPlace start = after.value_or(CategoryPlace{-1, {}, {}});
    auto rows = session.query("SELECT id, name, parent_id, position, version, name_key "
                              "FROM categories WHERE (position, name_key, id) > ($1, $2, $3) "
                              "ORDER BY position, name_key, id LIMIT $4",
                              {start.position, start.nameKey, start.id, limit + 1});
    CategoryPlace last;
    for (int written = 0; rows.next(); ++written) {
        if (written == limit)
            return std::optional(std::move(last));
        writeCategoryRow(rows, json);
        last = {rows.integer(3), std::string(rows.text(5)), std::string(rows.text(0))};
    }
    TP_CHECK(rows.finish());
    return std::optional<CategoryPlace>();
}

Result<void> CategoryQueries::require(storage::Session &session, const CategoryId &id) const
{
    auto rows = session.query("SELECT 1 FROM categories WHERE id = $1", {id});
    const bool exists = rows.next();
    TP_CHECK(rows.finish());
    return exists ? Result<void>() : noSuchCategory();
}

} // namespace tp::catalogue
