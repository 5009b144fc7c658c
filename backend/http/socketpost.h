// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/mailbox.h"
#include "backend/http/socket.h"

#include <QtGlobal>

#include <memory>

namespace tp::http {

class ConnectionSet;

/// Carries what a guest says from whatever thread to its socket, which it names by number: it may
/// outlive it, and the server.
class SocketPost final : public SocketLine
{
public:
    SocketPost(std::shared_ptr<Mailbox> mailbox, ConnectionSet &connections, quint64 socket);

    void say(std::vector<std::string> texts) override;
    void sayBytes(std::string bytes) override;
    void hangUp(SocketEnd end) override;

private:
    template <typename Act>
    void pass(Act act);

    std::shared_ptr<Mailbox> m_mailbox;
    ConnectionSet &m_connections; ///< Valid while the mailbox is open.
    const quint64 m_socket;
};

} // namespace tp::http
