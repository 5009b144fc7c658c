// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/events/outboxqueries.h"

#include "backend/contract/jsonwriter.h"

namespace tp::events {
namespace {

Result<qint64> numberOf(storage::Rows rows)
{
    qint64 number = 0;
    while (rows.next())
        number = rows.integer(0);
    TP_CHECK(rows.finish());
    return number;
}

std::string messageOf(const storage::Rows &row)
{
    std::string text;
    contract::JsonWriter json(text);
    json.beginObject().key("seq").integer(row.integer(0));
    json.key("type").string(row.text(1));
    json.key("at").time(row.integer(2));
    json.key("subject").string(row.text(3));
    json.key("data").raw(row.text(4)).endObject();
    return text;
}

} // namespace

Result<qint64> OutboxQueries::newest(storage::Session &session)
{
    TP_TRY(const qint64 last, numberOf(session.query("SELECT coalesce(max(seq), 0) FROM outbox")));
    TP_TRY(const qint64 forgotten, keptAfter(session));
    return std::max(last, forgotten);
}

Result<qint64> OutboxQueries::keptAfter(storage::Session &session)
{
    return numberOf(session.query("SELECT after_seq FROM outbox_kept"));
}

Result<std::vector<Told>> OutboxQueries::page(storage::Session &session, qint64 after, int count)
{
    std::vector<Told> page;
    auto rows = session.query("SELECT seq, type, at, subject, data, readers, owner FROM outbox "
                              "WHERE seq > $1 ORDER BY seq LIMIT $2",
                              {after, count});
    while (rows.next()) {
        page.push_back({rows.integer(0), std::string(rows.text(5)), std::string(rows.text(6)),
                        messageOf(rows)});
    }
    TP_CHECK(rows.finish());
    return page;
}

} // namespace tp::events
