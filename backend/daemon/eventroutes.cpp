// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/eventroutes.h"

#include "backend/contract/event.h"
#include "backend/daemon/eventfeed.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

using http::Call;

/// A number that was never given is as good as one that is forgotten: it is of another database.
constexpr qint64 Nowhere = -1;

QString description()
{
    return u"A WebSocket of the protocol tradepost.v1: each message is one event, of what the "
           u"token "
           "may read. After a break, ?after=SEQ goes on behind the last one that was heard; "
           "without it the feed begins now. The token is sent in Authorization or, from a "
           "browser, as the protocol bearer.TOKEN. Closed with 4401 when the token or its rights "
           "end, 4408 when the client is too slow, 4410 when what it wants to hear is no longer "
           "kept: then it reads everything anew."_s;
}

Result<std::unique_ptr<http::SocketGuest>> feedFor(events::Relay &relay, const Call &call,
                                                   storage::Snapshot &snapshot)
{
    TP_TRY(const qint64 newest, events::OutboxQueries::newest(snapshot));
    qint64 after = call.integer("after").value_or(newest);
    if (after > newest)
        after = Nowhere;
    return std::unique_ptr<http::SocketGuest>(
        std::make_unique<EventFeed>(relay, call.actor(), after));
}

} // namespace

void addEventRoutes(http::Router &router, events::Relay &relay)
{
    router.get("/events")
        .summary(u"What happens in the shop, as it happens"_s)
        .description(description())
        .tag(u"Operations"_s)
        .query({http::Param::integer("after", u"The seq of the last event that was heard"_s, 0,
                                     std::numeric_limits<qint64>::max())})
        .speaks<contract::Event>([&relay](const Call &call, storage::Snapshot &snapshot) {
            return feedFor(relay, call, snapshot);
        });
}

} // namespace tp::daemon
