// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/socketopening.h"

#include "backend/http/sockethandshake.h"
#include "backend/http/socketpass.h"

using namespace Qt::StringLiterals;

namespace tp::http {
namespace {

/// RFC 6455 4.2.2 and RFC 9110 15.5.22: how it would do.
Response refusalOfSocket(const Exchange &exchange, const Error &error)
{
    Response response = exchange.refusal(error);
    response.headers.emplace_back("Sec-WebSocket-Version", "13");
    response.headers.emplace_back("Upgrade", "websocket");
    return response;
}

} // namespace

void openSocket(const std::shared_ptr<Exchange> &exchange, storage::Database &database,
                Authenticator &authenticator, const std::string &token)
{
    const auto accept = socketAccept(exchange->call().request());
    if (!accept)
        return exchange->answer(refusalOfSocket(*exchange, accept.error()));
    auto pass = std::make_shared<SocketPass>(authenticator, token, exchange->call().origin());
    const bool isQueued =
        database.submitRead([exchange, accept, pass](Result<storage::Snapshot *> snapshot) {
            if (!snapshot)
                return exchange->answer(snapshot.error());
            const Call &call = exchange->call();
            auto guest = guarded<std::unique_ptr<SocketGuest>>(
                call, [&] { return exchange->route().socket(call, *snapshot.value()); });
            if (!guest)
                return exchange->answer(guest.error());
            Response response;
            response.status = 101;
            addSocketFields(response, call.request(), *accept);
            response.upgrade = std::make_shared<SocketUpgrade>();
            response.upgrade->guest = std::move(guest).value();
            response.upgrade->isAllowed = [pass] { return pass->holds(); };
            exchange->answer(std::move(response));
        });
    if (!isQueued)
        exchange->answer(Error{ErrorCode::Unavailable, u"the queue of readings is full"_s, {}});
}

} // namespace tp::http
