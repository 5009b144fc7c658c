// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/orderqueries.h"

#include "backend/contract/jsonwriter.h"
#include "backend/contract/page.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tp::orders {
namespace {

using contract::JsonWriter;

// As writeOrder() counts them.
#define TP_ORDER_COLUMNS                                                                           \
    "id, number, channel, status, register_id, user_id, user_email, customer_id, "                 \
    "delivery_address, description, currency, subtotal, discount_total, tax_total, total, "        \
    "rounding, paid_total, refunded_total, change_due, saga_id, failure_code, failure_detail, "    \
    "expected_total, version, sold_at, created_at, updated_at"

// clang-format off
#define TP_ORDER_PAGE(CONDITION)                                                                   \
    "SELECT " TP_ORDER_COLUMNS " FROM orders WHERE (created_at, id) < ($1, $2)" CONDITION          \
    " ORDER BY created_at DESC, id DESC LIMIT $3"

// A statement each, so that each walks along the index that was made for it.
constexpr std::string_view AllOrders = TP_ORDER_PAGE("");
constexpr std::string_view OrdersOfUser = TP_ORDER_PAGE(" AND user_id = $4");
constexpr std::string_view OrdersOfStatus = TP_ORDER_PAGE(" AND status = $4");
constexpr std::string_view OrdersOfBoth = TP_ORDER_PAGE(" AND user_id = $4 AND status = $5");
#undef TP_ORDER_PAGE
// clang-format on

storage::Rows pageRows(storage::Session &session, const std::string &user,
                       const std::string &status, const OrderQueries::After &after, int limit)
{
    if (user.empty() && status.empty())
        return session.query(AllOrders, {after.createdAtMs, after.id, limit + 1});
    if (status.empty())
        return session.query(OrdersOfUser, {after.createdAtMs, after.id, limit + 1, user});
    if (user.empty())
        return session.query(OrdersOfStatus, {after.createdAtMs, after.id, limit + 1, status});
    return session.query(OrdersOfBoth, {after.createdAtMs, after.id, limit + 1, user, status});
}

Error noSuchOrder()
{
    return {ErrorCode::NotFound, u"there is no such order"_s, {}};
}

Result<void> writeLines(storage::Session &session, std::string_view order,
                        std::string_view currency, JsonWriter &json)
{
    json.key("lines").beginArray();
    auto rows = session.query(
        "SELECT id, product_id, sku, name, quantity, unit_price, discount, tax_rate, tax, total, "
        "note FROM order_lines WHERE order_id = $1 ORDER BY position",
        {order});
    while (rows.next()) {
        json.beginObject().key("id").string(rows.text(0));
        json.key("product_id").string(rows.text(1)).key("sku").string(rows.text(2));
        json.key("name").string(rows.text(3)).key("quantity").quantity(rows.integer(4));
        json.key("unit_price").money(rows.integer(5), currency);
        json.key("discount").money(rows.integer(6), currency);
        json.key("tax").beginObject().key("rate_ppm").integer(rows.integer(7));
        json.key("amount").money(rows.integer(8), currency).endObject();
        json.key("total").money(rows.integer(9), currency);
        json.key("note").string(rows.text(10)).endObject();
    }
    json.endArray();
    return rows.finish();
}

Result<void> writePayments(storage::Session &session, std::string_view order, JsonWriter &json)
{
    json.key("payments").beginArray();
    auto rows = session.query(
        "SELECT payment_id FROM order_payments WHERE order_id = $1 ORDER BY position", {order});
    while (rows.next())
        json.string(rows.text(0));
    json.endArray();
    return rows.finish();
}

void writeTimeOrNull(const storage::Rows &row, int column, JsonWriter &json)
{
    if (row.isNull(column))
        json.null();
    else
        json.time(row.integer(column));
}

void writeHead(const storage::Rows &row, JsonWriter &json)
{
    json.key("id").string(row.text(0));
    json.key("number").stringOrNull(row.text(1), row.isNull(1));
    json.key("channel").string(row.text(2)).key("status").string(row.text(3));
    json.key("register_id").stringOrNull(row.text(4), row.isNull(4));
    json.key("user_id").stringOrNull(row.text(5), row.text(5).empty());
    json.key("user_email").string(row.text(6));
    json.key("customer_id").stringOrNull(row.text(7), row.isNull(7));
    json.key("delivery_address").string(row.text(8)).key("description").string(row.text(9));
}

void writeMoney(const storage::Rows &row, std::string_view currency, JsonWriter &json)
{
    static constexpr std::string_view Names[] = {"subtotal",       "discount_total", "tax_total",
                                                 "total",          "rounding",       "paid_total",
                                                 "refunded_total", "change_due"};
    int column = 11;
    for (const std::string_view name : Names)
        json.key(name).money(row.integer(column++), currency);
}

void writeTail(const storage::Rows &row, std::string_view currency, JsonWriter &json)
{
    json.key("saga_id").stringOrNull(row.text(19), row.isNull(19));
    json.key("failure");
    if (row.isNull(20))
        json.null();
    else
        json.beginObject()
            .key("code")
            .string(row.text(20))
            .key("detail")
            .string(row.text(21))
            .endObject();
    json.key("expected_total");
    if (row.isNull(22))
        json.null();
    else
        json.money(row.integer(22), currency);
    json.key("version").integer(row.integer(23));
    json.key("sold_at");
    writeTimeOrNull(row, 24, json);
    json.key("created_at").time(row.integer(25)).key("updated_at").time(row.integer(26));
}

Result<void> writeOrder(storage::Session &session, const storage::Rows &row, JsonWriter &json)
{
    const std::string id(row.text(0));
    const std::string currency(row.text(10));
    json.beginObject();
    writeHead(row, json);
    TP_CHECK(writeLines(session, id, currency, json));
    writeMoney(row, currency, json);
    TP_CHECK(writePayments(session, id, json));
    writeTail(row, currency, json);
    json.endObject();
    return {};
}

} // namespace

Result<std::string> OrderQueries::list(storage::Session &session, const Filter &filter,
                                       const std::optional<After> &after, int limit,
                                       std::string (*cursorOf)(const After &))
{
    std::string out;
    JsonWriter json(out);
    contract::PageWriter page(json, limit);
    After last = after.value_or(After{std::numeric_limits<qint64>::max(), {}});
    // Nobody else's orders are theirs.
    if (filter.owner && filter.userId && *filter.owner != *filter.userId) {
        page.end({});
        return out;
    }
    const std::string user = filter.owner.value_or(filter.userId.value_or(std::string()));
    auto rows = pageRows(session, user, filter.status.value_or(std::string()), last, limit);
    while (rows.next() && page.takesOne()) {
        TP_CHECK(writeOrder(session, rows, json));
        last = {rows.integer(25), std::string(rows.text(0))};
    }
    TP_CHECK(rows.finish());
    page.end(page.isOverfull() ? cursorOf(last) : std::string());
    return out;
}

Result<OrderQueries::Shown> OrderQueries::one(storage::Session &session, OrderId id,
                                              const std::optional<std::string> &owner)
{
    Shown shown;
    JsonWriter json(shown.json);
    auto rows = session.query("SELECT " TP_ORDER_COLUMNS " FROM orders "
                              "WHERE id = $1 AND ($2 = '' OR user_id = $2)",
                              {id, owner.value_or(std::string())});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return noSuchOrder();
    }
    TP_CHECK(writeOrder(session, rows, json));
    shown.version = rows.integer(23);
    TP_CHECK(rows.finish());
    return shown;
}

Result<std::string> OrderQueries::timeline(storage::Session &session, OrderId id,
                                           const std::optional<std::string> &owner)
{
    auto order = session.query("SELECT 1 FROM orders WHERE id = $1 AND ($2 = '' OR user_id = $2)",
                               {id, owner.value_or(std::string())});
    const bool isThere = order.next();
    TP_CHECK(order.finish());
    if (!isThere)
        return noSuchOrder();
    std::string out;
    JsonWriter json(out);
    contract::PageWriter page(json);
    auto rows = session.query(
        "SELECT at, what, text, actor FROM order_events WHERE order_id = $1 ORDER BY seq", {id});
    while (rows.next()) {
        json.beginObject().key("at").time(rows.integer(0)).key("what").string(rows.text(1));
        json.key("text").string(rows.text(2));
        json.key("actor").stringOrNull(rows.text(3), rows.isNull(3)).endObject();
    }
    TP_CHECK(rows.finish());
    page.end({});
    return out;
}

Result<std::string> OrderQueries::attention(storage::Session &session,
                                            const std::optional<After> &after, int limit,
                                            std::string (*cursorOf)(const After &))
{
    std::string out;
    JsonWriter json(out);
    contract::PageWriter page(json, limit);
    After last = after.value_or(After());
    auto rows = session.query("SELECT id, at, kind, order_id, detail FROM attention "
                              "WHERE resolved_at IS NULL AND (at, id) > ($1, $2) "
                              "ORDER BY at, id LIMIT $3",
                              {last.createdAtMs, last.id, limit + 1});
    while (rows.next() && page.takesOne()) {
        json.beginObject().key("id").string(rows.text(0)).key("at").time(rows.integer(1));
        json.key("kind").string(rows.text(2));
        json.key("order_id").stringOrNull(rows.text(3), rows.isNull(3));
        json.key("detail").string(rows.text(4)).endObject();
        last = {rows.integer(1), std::string(rows.text(0))};
    }
    TP_CHECK(rows.finish());
    page.end(page.isOverfull() ? cursorOf(last) : std::string());
    return out;
}

} // namespace tp::orders
