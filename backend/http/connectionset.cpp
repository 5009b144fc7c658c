// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/connectionset.h"

#include "backend/http/plainstream.h"
#include "backend/http/requestresponder.h"
#include "backend/http/socketpost.h"
#include "backend/http/steadytime.h"

#include <QTimerEvent>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tp::http {

namespace {

constexpr std::size_t ScratchBytes = 64 * 1024;
/// Coarse on purpose: one look at all connections costs microseconds, four times a second.
constexpr int TickMsMax = 250;
constexpr int TickMsMin = 5;

std::string peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void *address = nullptr;
    if (storage.ss_family == AF_INET6)
        address = &reinterpret_cast<const sockaddr_in6 *>(&storage)->sin6_addr;
    else if (storage.ss_family == AF_INET)
        address = &reinterpret_cast<const sockaddr_in *>(&storage)->sin_addr;
    if (!address || !::inet_ntop(storage.ss_family, address, text.data(), text.size()))
        return {};
    const std::string_view peer(text.data());
    // An IPv4 client on a socket for both is still an IPv4 client.
    constexpr std::string_view Mapped = "::ffff:";
    const bool isMapped = peer.starts_with(Mapped) && peer.find('.') != std::string_view::npos;
    return std::string(isMapped ? peer.substr(Mapped.size()) : peer);
}

} // namespace

ConnectionSet::ConnectionSet(const ServerContext &context, int ioThread,
                             std::shared_ptr<Mailbox> mailbox)
    : m_context(context)
    , m_ioThread(ioThread)
    , m_mailbox(std::move(mailbox))
    , m_gate(std::max(1, context.limits.handshakesMax / context.ioThreads))
    , m_scratch(ScratchBytes)
{}

ConnectionSet::~ConnectionSet()
{
    dropAll();
}

void ConnectionSet::add(int descriptor, Admission admission)
{
    auto *connection = new Connection(*this, ++m_lastId, admission, peerOf(descriptor));
    connection->setParent(this);
    m_connections.emplace(connection->id(), connection);
    if (!m_timer.isActive())
        m_timer.start(tickMs(), this);
    connection->open(makeStream(descriptor, connection->listener()));
    if (m_isStopping)
        connection->stopWhenIdle();
}

std::unique_ptr<ByteStream> ConnectionSet::makeStream(int descriptor,
                                                      ByteStream::Listener &listener)
{
    if (m_context.tls)
        return std::make_unique<TlsStream>(descriptor, *m_context.tls, m_gate, listener);
    return std::make_unique<PlainStream>(descriptor, listener);
}

void ConnectionSet::answer(quint64 connection, quint64 request, std::optional<Response> response)
{
    const auto found = m_connections.find(connection);
    if (found != m_connections.end())
        found->second->answer(request, std::move(response));
}

std::unique_ptr<Responder> ConnectionSet::makeResponder(quint64 connection, quint64 request)
{
    return std::make_unique<RequestResponder>(m_mailbox, *this, connection, request);
}

void ConnectionSet::continueLater(quint64 connection)
{
    m_mailbox->post([this, connection] {
        const auto found = m_connections.find(connection);
        if (found != m_connections.end())
            found->second->continueReading();
    });
}

void ConnectionSet::remove(Connection &connection)
{
    if (m_connections.erase(connection.id()) == 0)
        return;
    connection.deleteLater(); // It is what called us.
    leave(connection.admission());
}

void ConnectionSet::remove(SocketConnection &socket)
{
    if (m_sockets.erase(socket.id()) == 0)
        return;
    socket.deleteLater(); // The same.
    m_context.counters.sockets.fetch_sub(1);
    leave(socket.admission());
}

void ConnectionSet::leave(Admission admission)
{
    const bool isSurplus = admission == Admission::Surplus;
    (isSurplus ? m_context.counters.surplus : m_context.counters.open).fetch_sub(1);
    if (isEmpty())
        m_timer.stop();
    tellWhenDrained();
}

void ConnectionSet::upgrade(Connection &connection, std::unique_ptr<ByteStream> stream,
                            std::string_view input, SocketUpgrade upgrade)
{
    const quint64 id = connection.id();
    auto *socket = new SocketConnection(*this, id, connection.admission(), std::move(stream),
                                        std::move(upgrade));
    socket->setParent(this);
    m_sockets.emplace(id, socket);
    m_connections.erase(id);
    connection.deleteLater();
    m_context.counters.sockets.fetch_add(1);
    socket->open(input);
    if (m_isStopping)
        socket->hangUp({SocketCode::GoingAway, "the server stops"});
}

SocketConnection *ConnectionSet::socket(quint64 id) const
{
    const auto found = m_sockets.find(id);
    return found != m_sockets.end() ? found->second : nullptr;
}

std::shared_ptr<SocketLine> ConnectionSet::makeLine(quint64 socket)
{
    return std::make_shared<SocketPost>(m_mailbox, *this, socket);
}

void ConnectionSet::socketSentLater(quint64 socket)
{
    m_mailbox->post([this, socket] {
        if (SocketConnection *found = this->socket(socket))
            found->noteSent();
    });
}

void ConnectionSet::stop(std::function<void()> drained)
{
    m_isStopping = true;
    m_drained = std::move(drained);
    for (Connection *connection : snapshot())
        connection->stopWhenIdle();
    for (SocketConnection *socket : socketSnapshot())
        socket->hangUp({SocketCode::GoingAway, "the server stops"});
    tellWhenDrained();
}

void ConnectionSet::dropAll()
{
    for (Connection *connection : snapshot())
        connection->close();
    for (SocketConnection *socket : socketSnapshot())
        socket->close();
}

void ConnectionSet::tellWhenDrained()
{
    if (m_drained && isEmpty())
        std::exchange(m_drained, nullptr)();
}

void ConnectionSet::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    const qint64 nowMs = steadyMs();
    m_gate.passSlow(nowMs);
    for (Connection *connection : snapshot())
        connection->checkTimes(nowMs);
    for (SocketConnection *socket : socketSnapshot())
        socket->checkTimes(nowMs);
}

std::vector<Connection *> ConnectionSet::snapshot() const
{
    std::vector<Connection *> connections;
    connections.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections)
        connections.push_back(connection);
    return connections;
}

std::vector<SocketConnection *> ConnectionSet::socketSnapshot() const
{
    std::vector<SocketConnection *> sockets;
    sockets.reserve(m_sockets.size());
    for (const auto &[id, socket] : m_sockets)
        sockets.push_back(socket);
    return sockets;
}

int ConnectionSet::tickMs() const
{
    const ServerLimits &limits = m_context.limits;
    const int shortest = std::min(
        {limits.headTimeoutMs, limits.idleTimeoutMs, limits.drainTimeoutMs, limits.socketPingMs,
         limits.socketAllowedMs, limits.socketSlowMs, limits.socketCloseMs});
    return std::clamp(shortest / 4, TickMsMin, TickMsMax);
}

} // namespace tp::http
