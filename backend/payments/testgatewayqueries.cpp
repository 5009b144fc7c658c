// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/testgatewayqueries.h"

namespace tp::payments {

Result<std::optional<qint64>> TestGatewayQueries::writeActs(storage::Session &session,
                                                            qint64 afterSeq, int limit,
                                                            contract::JsonWriter &json) const
{
    auto rows = session.query("SELECT seq, at, action, key, amount, currency FROM gateway_acts "
                              "WHERE seq > $1 ORDER BY seq LIMIT $2",
                              {afterSeq, limit + 1});
    qint64 last = 0;
    for (int written = 0; rows.next(); ++written) {
        if (written == limit)
            return std::optional(last);
        last = rows.integer(0);
        json.beginObject().key("at").time(rows.integer(1)).key("action").string(rows.text(2));
        json.key("key").string(rows.text(3));
        json.key("amount").money(rows.integer(4), rows.text(5)).endObject();
    }
    TP_CHECK(rows.finish());
    return std::optional<qint64>();
}

} // namespace tp::payments
