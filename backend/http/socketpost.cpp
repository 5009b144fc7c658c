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

template <typename Act>
void SocketPost::pass(Act act)
{
    auto find = [connections = &m_connections, socket = m_socket, act = std::move(act)] {
        if (SocketConnection *found = connections->socket(socket))
            act(*found);
    };
    // What a guest answers comes before what its client says next.
    if (m_mailbox->isHere())
        find();
    else
        m_mailbox->post(std::move(find));
}

void SocketPost::say(std::vector<std::string> texts)
{
    pass([texts = std::move(texts)](SocketConnection &socket) { socket.say(texts); });
}

void SocketPost::sayBytes(std::string bytes)
{
    pass([bytes = std::move(bytes)](SocketConnection &socket) { socket.sayBytes(bytes); });
}

void SocketPost::hangUp(SocketEnd end)
{
    pass([end = std::move(end)](SocketConnection &socket) { socket.hangUp(end); });
}

} // namespace tp::http
