// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/requestresponder.h"

#include "backend/http/connectionset.h"
#include "backend/http/log.h"

#include <utility>

namespace tp::http {

RequestResponder::RequestResponder(std::shared_ptr<Mailbox> mailbox, ConnectionSet &connections,
                                   quint64 connection, quint64 request)
    : m_mailbox(std::move(mailbox))
    , m_connections(connections)
    , m_connection(connection)
    , m_request(request)
{}

RequestResponder::~RequestResponder()
{
    if (!m_isUsed)
        deliver(std::nullopt);
}

void RequestResponder::respond(Response response)
{
    if (std::exchange(m_isUsed, true)) {
        qCCritical(httpLog) << "a request was answered twice status=" << response.status;
        return;
    }
    deliver(std::move(response));
}

void RequestResponder::deliver(std::optional<Response> response)
{
    // What comes behind a request that is handled is known when the handler has returned, and
    // with an upgrade that is the socket's.
    const bool isUpgrade = response && response->upgrade;
    if (m_mailbox->isHere() && !isUpgrade) {
        m_connections.answer(m_connection, m_request, std::move(response));
        return;
    }
    m_mailbox->post([connections = &m_connections, connection = m_connection, request = m_request,
                     answer = std::move(response)]() mutable {
        connections->answer(connection, request, std::move(answer));
    });
}

} // namespace tp::http
