// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/sessionqueries.h"

#include "backend/contract/jsonwriter.h"
#include "backend/contract/page.h"

#include <limits>

namespace tp::auth {

Result<std::string> SessionQueries::list(storage::Session &session, UserId user, SessionId current,
                                         qint64 nowMs, const std::optional<After> &after, int limit,
                                         std::string (*cursorOf)(const After &))
{
    std::string out;
    contract::JsonWriter json(out);
    contract::PageWriter page(json, limit);
    After last = after.value_or(After{std::numeric_limits<qint64>::max(), {}});
    auto rows = session.query(
        "SELECT id, device, address, created_at, last_used_at, expires_at FROM sessions "
        "WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2 "
        "AND (last_used_at, id) < ($3, $4) ORDER BY last_used_at DESC, id DESC LIMIT $5",
        {user, nowMs, last.lastUsedMs, last.id, limit + 1});
    const std::string currentId = current.toString();
    while (rows.next() && page.takesOne()) {
        json.beginObject().key("id").string(rows.text(0));
        json.key("device").string(rows.text(1)).key("address").string(rows.text(2));
        json.key("current").boolean(rows.text(0) == currentId);
        json.key("created_at").time(rows.integer(3));
        json.key("last_used_at").time(rows.integer(4));
        json.key("expires_at").time(rows.integer(5)).endObject();
        last = {rows.integer(4), std::string(rows.text(0))};
    }
    TP_CHECK(rows.finish());
    page.end(page.isOverfull() ? cursorOf(last) : std::string());
    return out;
}

} // namespace tp::auth
