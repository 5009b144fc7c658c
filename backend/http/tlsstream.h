// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/bytestream.h"

#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>

namespace tp::http {

/// An encrypted connection. The handshake begins on the I/O thread once the client has sent
/// something and the gate lets it: silent clients keep nobody from a handshake.
class TlsStream final : public QObject, public ByteStream
{
public:
    /// How many handshakes are at work at one time.
    class Gate
    {
    public:
        /// Calls startHandshake() of the stream, now or when it is its turn.
        virtual void enter(TlsStream &stream) = 0;
        /// The handshake has ended, or the stream has; may be called without enter().
        virtual void leave(TlsStream &stream) = 0;

    protected:
        ~Gate() = default;
    };

    /// Owns the descriptor from now on.
    TlsStream(int descriptor, const QSslConfiguration &configuration, Gate &gate,
              Listener &listener);
    ~TlsStream() override;

    void startHandshake();

    void setListener(Listener &listener) override { m_listener = &listener; }
    void open() override;
    bool isEncrypted() const override { return m_socket.isEncrypted(); }
    std::size_t read(std::span<char> into) override;
    bool isAtEnd() const override { return false; }
    void setReading(bool isOn) override;
    bool send(std::string head, std::string body) override;
    std::size_t unsentBytes() const override;
    void finishSending() override {} ///< TLS ends both directions at once, in close().
    bool canFinishSending() const override { return false; }
    void close() override;

private:
    enum class Stage { Silent, Waiting, Handshaking, Open, Closed };

    void becameReadable();
    bool isHello();
    void goOnPlainly();
    void becameEncrypted();
    void wasSent();
    void wasLost();

    QSslSocket m_socket;
    Gate &m_gate;
    Listener *m_listener;
    Stage m_stage = Stage::Silent;
    bool m_isReading = true;
};

} // namespace tp::http
