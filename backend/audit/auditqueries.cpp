// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/audit/auditqueries.h"

namespace tp::audit {

namespace {

// clang-format off
#define TP_AUDIT_ROWS                                                                              \
    "SELECT seq, at, actor, action, subject, address, request_id, details FROM audit_trail "       \
    "WHERE seq < $1 AND at >= $2 AND at < $3 AND "
#define TP_AUDIT_ORDER " ORDER BY seq DESC LIMIT $7"

/// One for each index: what narrows most leads, and the others only sort out.
constexpr std::string_view OfSubject = TP_AUDIT_ROWS
    "subject = $4 AND ($5 = '' OR actor = $5) AND ($6 = '' OR action = $6)" TP_AUDIT_ORDER;
constexpr std::string_view OfActor = TP_AUDIT_ROWS
    "($4 = '' OR subject = $4) AND actor = $5 AND ($6 = '' OR action = $6)" TP_AUDIT_ORDER;
constexpr std::string_view OfAction = TP_AUDIT_ROWS
    "($4 = '' OR subject = $4) AND ($5 = '' OR actor = $5) AND action = $6" TP_AUDIT_ORDER;
constexpr std::string_view OfAll = TP_AUDIT_ROWS
    "$4 = '' AND $5 = '' AND $6 = ''" TP_AUDIT_ORDER;
#undef TP_AUDIT_ROWS
#undef TP_AUDIT_ORDER
// clang-format on

std::string_view statementFor(const AuditFilter &filter)
{
    if (!filter.subject.empty())
        return OfSubject;
    if (!filter.actor.empty())
        return OfActor;
    return filter.action.empty() ? OfAll : OfAction;
}

void writeAuditRow(const storage::Rows &row, contract::JsonWriter &json)
{
    json.beginObject().key("seq").integer(row.integer(0)).key("at").time(row.integer(1));
    json.key("actor_id").stringOrNull(row.text(2), row.isNull(2));
    json.key("action").string(row.text(3));
    json.key("subject").stringOrNull(row.text(4), row.isNull(4));
    json.key("address").stringOrNull(row.text(5), row.isNull(5));
    json.key("request_id").stringOrNull(row.text(6), row.isNull(6));
    json.key("details").raw(row.text(7)).endObject();
}

} // namespace

Result<std::optional<qint64>> AuditQueries::writePage(storage::Session &session,
                                                      const AuditFilter &filter, qint64 beforeSeq,
                                                      int limit, contract::JsonWriter &json) const
{
    auto rows =
        session.query(statementFor(filter), {beforeSeq, filter.fromMs, filter.toMs, filter.subject,
                                             filter.actor, filter.action, limit + 1});
    qint64 last = 0;
    for (int written = 0; rows.next(); ++written) {
        if (written == limit)
            return std::optional(last);
        writeAuditRow(rows, json);
        last = rows.integer(0);
    }
    TP_CHECK(rows.finish());
    return std::optional<qint64>();
}

} // namespace tp::audit
