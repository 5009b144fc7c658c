// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentqueries.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

// clang-format off
#define TP_SHOWN_PAYMENT                                                                           \
    "SELECT id, order_id, user_id, method, gateway, status, currency, amount, captured, "          \
    "refunded, tendered, change, rounding, reference, note, failure, version, created_at, "        \
    "updated_at FROM payments "
#define TP_NEWEST_PAYMENTS                                                                         \
    "(created_at, id) < ($1, $2) ORDER BY created_at DESC, id DESC LIMIT $3"

constexpr std::string_view OnePayment =
    TP_SHOWN_PAYMENT "WHERE id = $1 AND ($2 = '' OR user_id = $2)";
constexpr std::string_view AllPayments = TP_SHOWN_PAYMENT "WHERE " TP_NEWEST_PAYMENTS;
constexpr std::string_view PaymentsOfUser =
    TP_SHOWN_PAYMENT "WHERE user_id = $4 AND " TP_NEWEST_PAYMENTS;
constexpr std::string_view PaymentsOfStatus =
    TP_SHOWN_PAYMENT "WHERE status = $4 AND " TP_NEWEST_PAYMENTS;
constexpr std::string_view PaymentsOfBoth =
    TP_SHOWN_PAYMENT "WHERE user_id = $4 AND status = $5 AND " TP_NEWEST_PAYMENTS;
#undef TP_SHOWN_PAYMENT
#undef TP_NEWEST_PAYMENTS
// clang-format on

/// The member "attempts"; what was only asked is none yet.
Result<void> writeAttempts(storage::Session &session, std::string_view payment,
                           contract::JsonWriter &json)
{
    json.key("attempts").beginArray();
    auto rows = session.query("SELECT at, action, outcome, code FROM payment_entries "
                              "WHERE payment_id = $1 AND outcome <> 'asked' ORDER BY seq",
                              {payment});
    while (rows.next()) {
        json.beginObject().key("at").time(rows.integer(0)).key("action").string(rows.text(1));
        json.key("outcome").string(rows.text(2));
        json.key("code").stringOrNull(rows.text(3), rows.isNull(3)).endObject();
    }
    json.endArray();
    return rows.finish();
}

Result<void> writePayment(storage::Session &session, const storage::Rows &row,
                          contract::JsonWriter &json)
{
    const std::string currency(row.text(6));
    const std::string id(row.text(0));
    json.beginObject().key("id").string(id).key("order_id").string(row.text(1));
    json.key("user_id").stringOrNull(row.text(2), row.isNull(2));
    json.key("method").string(row.text(3)).key("gateway").string(row.text(4));
    json.key("status").string(row.text(5));
    json.key("amount").money(row.integer(7), currency);
    json.key("captured").money(row.integer(8), currency);
    json.key("refunded").money(row.integer(9), currency);
    json.key("tendered").money(row.integer(10), currency);
    json.key("change").money(row.integer(11), currency);
    json.key("rounding").money(row.integer(12), currency);
    json.key("gateway_reference").stringOrNull(row.text(13), row.isNull(13));
    json.key("note").string(row.text(14));
    json.key("failure").stringOrNull(row.text(15), row.isNull(15));
    TP_CHECK(writeAttempts(session, id, json));
    json.key("version").integer(row.integer(16)).key("created_at").time(row.integer(17));
    json.key("updated_at").time(row.integer(18)).endObject();
    return {};
}

storage::Rows pageRows(storage::Session &session, const std::string &user,
                       const std::string &status, const PaymentQueries::After &after, int limit)
{
    if (user.empty() && status.empty())
        return session.query(AllPayments, {after.createdAtMs, after.id, limit + 1});
    if (status.empty())
        return session.query(PaymentsOfUser, {after.createdAtMs, after.id, limit + 1, user});
    if (user.empty())
        return session.query(PaymentsOfStatus, {after.createdAtMs, after.id, limit + 1, status});
    return session.query(PaymentsOfBoth, {after.createdAtMs, after.id, limit + 1, user, status});
}

} // namespace

Result<std::string> PaymentQueries::write(storage::Session &session, PaymentId id,
                                          const std::string &owner,
                                          contract::JsonWriter &json) const
{
    auto rows = session.query(OnePayment, {id, owner});
    std::string etag;
    if (rows.next()) {
        TP_CHECK(writePayment(session, rows, json));
        etag = std::to_string(rows.integer(16));
    }
    TP_CHECK(rows.finish());
    if (etag.empty())
        return Error{ErrorCode::NotFound, u"There is no such payment"_s, {}};
    return etag;
}

Result<std::optional<PaymentQueries::After>>
PaymentQueries::writePage(storage::Session &session, const Filter &filter,
                          const std::optional<After> &after, int limit,
                          contract::JsonWriter &json) const
{
    // Nobody else's payments are theirs.
    if (!filter.owner.empty() && !filter.user.empty() && filter.owner != filter.user)
        return std::optional<After>();
    After last = after.value_or(After{std::numeric_limits<qint64>::max(), {}});
    auto rows = pageRows(session, filter.owner.empty() ? filter.user : filter.owner, filter.status,
                         last, limit);
    for (int written = 0; rows.next(); ++written) {
        if (written == limit)
            return std::optional(std::move(last));
        last = {rows.integer(17), std::string(rows.text(0))};
        TP_CHECK(writePayment(session, rows, json));
    }
    TP_CHECK(rows.finish());
    return std::optional<After>();
}

} // namespace tp::payments
