// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/locationqueries.h"

#include "backend/contract/jsonwriter.h"
#include "backend/contract/page.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {
namespace {

void writeLocation(contract::JsonWriter &json, const storage::Rows &row)
{
    json.beginObject().key("id").string(row.text(0)).key("name").string(row.text(1));
    json.key("version").integer(row.integer(2));
    json.key("created_at").time(row.integer(3)).endObject();
}

} // namespace

Result<std::string> LocationQueries::list(storage::Session &session,
                                          const std::optional<After> &after, int limit,
                                          std::string (*cursorOf)(const After &))
{
    std::string out;
    contract::JsonWriter json(out);
    contract::PageWriter page(json, limit);
    After last = after.value_or(After());
    auto rows = session.query("SELECT id, name, version, created_at, name_key FROM locations "
                              "WHERE (name_key, id) > ($1, $2) ORDER BY name_key, id LIMIT $3",
                              {last.nameKey, last.id, limit + 1});
    while (rows.next() && page.takesOne()) {
        writeLocation(json, rows);
        last = {std::string(rows.text(4)), std::string(rows.text(0))};
    }
    TP_CHECK(rows.finish());
    page.end(page.isOverfull() ? cursorOf(last) : std::string());
    return out;
}

Result<std::string> LocationQueries::one(storage::Session &session, LocationId id)
{
    std::string out;
    contract::JsonWriter json(out);
    auto rows =
        session.query("SELECT id, name, version, created_at FROM locations WHERE id = $1", {id});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return Error{ErrorCode::NotFound, u"there is no such location"_s, {}};
    }
    writeLocation(json, rows);
    TP_CHECK(rows.finish());
    return out;
}

} // namespace tp::inventory
