// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/stockqueries.h"

#include "backend/contract/jsonwriter.h"
#include "backend/contract/page.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {
namespace {

using contract::JsonWriter;
using storage::Rows;
using storage::Session;

constexpr std::string_view OneMovement =
    "SELECT seq, id, product_id, location_id, delta, on_hand_after, reason, note, actor, "
    "created_at FROM stock_movements WHERE id = $1";

/// $2 is the movement that ended the page before, or 0. PostgreSQL knows no LIMIT inside.
constexpr std::string_view MovementsOfProduct =
    "WITH RECURSIVE chain (place, seq) AS ("
    "SELECT 1, CASE WHEN CAST($2 AS BIGINT) = 0 THEN t.movement_seq ELSE (SELECT m.previous_seq "
    "FROM stock_movements m WHERE m.seq = $2 AND m.product_id = $1) END "
    "FROM stock_totals t WHERE t.product_id = $1 "
    "UNION ALL SELECT c.place + 1, m.previous_seq FROM chain c "
    "JOIN stock_movements m ON m.seq = c.seq WHERE c.place < $3) "
    "SELECT m.seq, m.id, m.product_id, m.location_id, m.delta, m.on_hand_after, m.reason, m.note, "
    "m.actor, m.created_at FROM chain c JOIN stock_movements m ON m.seq = c.seq ORDER BY c.place";

constexpr std::string_view AllItems =
    "SELECT p.product_id, p.sku, p.name, p.name_key, p.low_stock, "
    "coalesce(s.on_hand, 0), coalesce(s.reserved, 0) "
    "FROM stocked_products p LEFT JOIN stock_levels s ON s.product_id = p.product_id "
    "WHERE (p.name_key, p.product_id) > ($1, $2) AND $3 = $3 "
    "ORDER BY p.name_key, p.product_id LIMIT $4";

constexpr std::string_view LowItems =
    "SELECT p.product_id, p.sku, p.name, p.name_key, p.low_stock, "
    "coalesce(s.on_hand, 0), coalesce(s.reserved, 0) "
    "FROM stocked_products p LEFT JOIN stock_levels s ON s.product_id = p.product_id "
    "WHERE p.low_stock IS NOT NULL AND p.active = 1 AND $3 = $3 "
    "AND coalesce(s.on_hand, 0) - coalesce(s.reserved, 0) <= p.low_stock "
    "AND (p.name_key, p.product_id) > ($1, $2) "
    "ORDER BY p.name_key, p.product_id LIMIT $4";

constexpr std::string_view ItemsAtLocation =
    "SELECT p.product_id, p.sku, p.name, p.name_key, p.low_stock, b.on_hand, b.reserved "
    "FROM stock_balances b JOIN stocked_products p ON p.product_id = b.product_id "
    "WHERE b.location_id = $3 AND (p.name_key, p.product_id) > ($1, $2) "
    "ORDER BY p.name_key, p.product_id LIMIT $4";

constexpr std::string_view LowItemsAtLocation =
    "SELECT p.product_id, p.sku, p.name, p.name_key, p.low_stock, b.on_hand, b.reserved "
    "FROM stock_balances b JOIN stocked_products p ON p.product_id = b.product_id "
    "WHERE b.location_id = $3 AND p.low_stock IS NOT NULL AND p.active = 1 "
    "AND b.on_hand - b.reserved <= p.low_stock AND (p.name_key, p.product_id) > ($1, $2) "
    "ORDER BY p.name_key, p.product_id LIMIT $4";

std::string_view listSql(const StockQueries::ListFilter &filter)
{
    if (filter.location)
        return filter.lowOnly ? LowItemsAtLocation : ItemsAtLocation;
    return filter.lowOnly ? LowItems : AllItems;
}

void writeLevel(JsonWriter &json, qint64 onHand, qint64 reserved)
{
    json.key("on_hand").quantity(onHand).key("reserved").quantity(reserved);
    json.key("available").quantity(onHand - reserved);
}

/// The member "locations": where the product lies, of one location only if `only` names it.
Result<void> writeLocations(Session &session, JsonWriter &json, std::string_view product,
                            const std::optional<LocationId> &only)
{
    json.key("locations").beginArray();
    auto rows =
        session.query("SELECT b.location_id, l.name, b.on_hand, b.reserved FROM stock_balances b "
                      "JOIN locations l ON l.id = b.location_id "
                      "WHERE b.product_id = $1 ORDER BY l.name_key, l.id",
                      {product});
    const std::string wanted = only ? only->toString() : std::string();
    while (rows.next()) {
        if (only && rows.text(0) != wanted)
            continue;
        json.beginObject().key("location_id").string(rows.text(0));
        json.key("name").string(rows.text(1));
        writeLevel(json, rows.integer(2), rows.integer(3));
        json.endObject();
    }
    json.endArray();
    return rows.finish();
}

void writeMovement(JsonWriter &json, const Rows &row)
{
    json.beginObject().key("id").string(row.text(1)).key("product_id").string(row.text(2));
    json.key("location_id").string(row.text(3)).key("delta").quantity(row.integer(4));
    json.key("on_hand_after").quantity(row.integer(5)).key("reason").string(row.text(6));
    json.key("note").string(row.text(7));
    json.key("actor").stringOrNull(row.text(8), row.isNull(8) || row.text(8).empty());
    json.key("created_at").time(row.integer(9)).endObject();
}

Result<bool> isInCatalogue(Session &session, ProductId product)
{
    auto rows = session.query("SELECT 1 FROM stocked_products WHERE product_id = $1", {product});
    const bool found = rows.next();
    TP_CHECK(rows.finish());
    return found;
}

Error noProduct()
{
    return {ErrorCode::NotFound, u"there is no such product"_s, {}};
}

} // namespace

Result<std::string> StockQueries::list(Session &session, const ListFilter &filter,
                                       const std::optional<After> &after, int limit,
                                       CursorOf cursorOf)
{
    std::string out;
    JsonWriter json(out);
    contract::PageWriter page(json, limit);
    After last = after.value_or(After());
    auto rows = session.query(listSql(filter),
                              {last.nameKey, last.productId,
                               filter.location ? filter.location->toString() : "", limit + 1});
    while (rows.next() && page.takesOne()) {
        const std::string product(rows.text(0));
        json.beginObject().key("product_id").string(product);
        json.key("sku").string(rows.text(1)).key("name").string(rows.text(2));
        json.key("low_stock");
        if (rows.isNull(4))
            json.null();
        else
            json.quantity(rows.integer(4));
        writeLevel(json, rows.integer(5), rows.integer(6));
        last = {std::string(rows.text(3)), product};
        TP_CHECK(writeLocations(session, json, product, filter.location));
        json.endObject();
    }
    TP_CHECK(rows.finish());
    page.end(page.isOverfull() ? cursorOf(last) : std::string());
    return out;
}

Result<std::string> StockQueries::one(Session &session, ProductId product)
{
    std::string out;
    JsonWriter json(out);
    auto rows = session.query(
        "SELECT p.product_id, coalesce(s.on_hand, 0), coalesce(s.reserved, 0) "
        "FROM stocked_products p LEFT JOIN stock_levels s ON s.product_id = p.product_id "
        "WHERE p.product_id = $1",
        {product});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return noProduct();
    }
    json.beginObject().key("product_id").string(rows.text(0));
    writeLevel(json, rows.integer(1), rows.integer(2));
    TP_CHECK(rows.finish());
    TP_CHECK(writeLocations(session, json, product.toString(), std::nullopt));
    json.endObject();
    return out;
}

Result<std::string> StockQueries::movements(Session &session, ProductId product,
                                            std::optional<qint64> beforeSeq, int limit,
                                            std::string (*cursorOf)(qint64))
{
    std::string out;
    JsonWriter json(out);
    contract::PageWriter page(json, limit);
    const qint64 begin = beforeSeq.value_or(0);
    qint64 last = begin;
    auto rows = session.query(MovementsOfProduct, {product, begin, limit + 1});
    while (rows.next() && page.takesOne()) {
        last = rows.integer(0);
        writeMovement(json, rows);
    }
    TP_CHECK(rows.finish());
    if (last == begin) { // Nothing stands before it.
        TP_TRY(const bool isKnown, isInCatalogue(session, product));
        if (!isKnown)
            return noProduct();
    }
    page.end(page.isOverfull() ? cursorOf(last) : std::string());
    return out;
}

Result<std::string> StockQueries::movement(Session &session, MovementId id)
{
    std::string out;
    JsonWriter json(out);
    auto rows = session.query(OneMovement, {id});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return Error{ErrorCode::NotFound, u"there is no such movement"_s, {}};
    }
    writeMovement(json, rows);
    TP_CHECK(rows.finish());
    return out;
}

} // namespace tp::inventory
