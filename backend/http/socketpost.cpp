// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/socketpost.h"

#include "backend/http/connectionset.h"

#include <utility>

namespace tp::http {

SocketPost::SocketPost(std::shared_ptr<Mailbox> mailbox, ConnectionSet &connections, quint64 socket)
    : m_mailbox(std::move(mailbox))
    , m_connections(connections)
    , m_socket(socket)
{}

void SocketPost::say(std::vector<std::string> texts)
{
    m_mailbox->post([connections = &m_connections, socket = m_socket, texts = std::move(texts)] {
        if (SocketConnection *found = connections->socket(socket))
            found->say(texts);
    });
}

void SocketPost::sayBytes(std::string bytes)
{
    m_mailbox->post([connections = &m_connections, socket = m_socket, bytes = std::move(bytes)] {
        if (SocketConnection *found = connections->socket(socket))
            found->sayBytes(bytes);
    });
}

void SocketPost::hangUp(SocketEnd end)
{
    m_mailbox->post([connections = &m_connections, socket = m_socket, end = std::move(end)] {
        if (SocketConnection *found = connections->socket(socket))
            found->hangUp(end);
    });
}

} // namespace tp::http
