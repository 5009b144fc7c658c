// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/application.h"
#include "backend/http/mailbox.h"

#include <QtGlobal>

#include <memory>
#include <optional>

namespace tp::http {

class ConnectionSet;

/// Carries one answer from whatever thread to the connection that waits for it, or the news that
/// there will be none. It names the connection by number: it may outlive it, and the server.
class RequestResponder final : public Responder
{
public:
    RequestResponder(std::shared_ptr<Mailbox> mailbox, ConnectionSet &connections,
                     quint64 connection, quint64 request);
    ~RequestResponder() override;

    void respond(Response response) override;

private:
    void deliver(std::optional<Response> response);

    std::shared_ptr<Mailbox> m_mailbox;
    ConnectionSet &m_connections; ///< Valid while the mailbox is open.
    quint64 m_connection;
    quint64 m_request;
    bool m_isUsed = false;
};

} // namespace tp::http
