// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/connection.h"
#include "backend/http/handshakegate.h"
#include "backend/http/httpdate.h"
#include "backend/http/mailbox.h"
#include "backend/http/servercounters.h"
#include "backend/http/serverlimits.h"
#include "backend/http/socketconnection.h"

#include <QBasicTimer>
#include <QObject>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tp::http {

/// What the I/O threads of a server share; it outlives them.
struct ServerContext
{
    Application &application;
    const ServerLimits &limits;
    ServerCounters &counters;
    std::optional<QSslConfiguration> tls;
    int ioThreads = 1;
};

/// All connections of one I/O thread, WebSockets among them, and what they share: one timer for all
/// of their deadlines, one buffer to read into, one Date. Lives on that thread.
class ConnectionSet final : public QObject
{
public:
    ConnectionSet(const ServerContext &context, int ioThread, std::shared_ptr<Mailbox> mailbox);
    ~ConnectionSet() override;

    /// Owns the descriptor from now on.
    void add(int descriptor, Admission admission);
    void answer(quint64 connection, quint64 request, std::optional<Response> response);

    /// Connections that wait for nothing go now, the others after their answer; then, or if there
    /// are none, `drained` is called once.
    void stop(std::function<void()> drained);
    void dropAll();

    // For its connections.
    bool isTls() const { return m_context.tls.has_value(); }
    Application &application() const { return m_context.application; }
    const ServerLimits &limits() const { return m_context.limits; }
    int ioThread() const { return m_ioThread; }
    bool isStopping() const { return m_isStopping; }
    std::span<char> scratch() { return m_scratch; }
    std::string_view date() { return m_date.now(); }
    std::unique_ptr<Responder> makeResponder(quint64 connection, quint64 request);
    void continueLater(quint64 connection);
    void remove(Connection &connection);
    /// It goes on as a WebSocket.
    void upgrade(Connection &connection, std::unique_ptr<ByteStream> stream, std::string_view input,
                 SocketUpgrade upgrade);

    // For its sockets, and for what is posted to them.
    SocketConnection *socket(quint64 id) const; ///< Null: it is gone.
    std::shared_ptr<SocketLine> makeLine(quint64 socket);
    void socketSentLater(quint64 socket);
    void remove(SocketConnection &socket);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    std::unique_ptr<ByteStream> makeStream(int descriptor, ByteStream::Listener &listener);
    std::vector<Connection *> snapshot() const;
    std::vector<SocketConnection *> socketSnapshot() const;
    int tickMs() const;
    bool isEmpty() const { return m_connections.empty() && m_sockets.empty(); }
    void leave(Admission admission);
    void tellWhenDrained();

    const ServerContext &m_context;
    const int m_ioThread;
    std::shared_ptr<Mailbox> m_mailbox;
    HandshakeGate m_gate;
    HttpDate m_date;
    std::vector<char> m_scratch;
    std::unordered_map<quint64, Connection *> m_connections;   ///< Children of this.
    std::unordered_map<quint64, SocketConnection *> m_sockets; ///< The same.
    quint64 m_lastId = 0;
    QBasicTimer m_timer;
    bool m_isStopping = false;
    std::function<void()> m_drained;
};

} // namespace tp::http
