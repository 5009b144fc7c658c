// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/bytestream.h"
#include "backend/http/servercounters.h"
#include "backend/http/socket.h"

#include <QObject>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tp::http {

class ConnectionSet;

/// A connection that has become a WebSocket (RFC 6455): carries messages between its client and
/// its guest, answers pings, asks a silent client for a sign of life and ends as the protocol
/// wants it. Its times are looked at by its set. Lives on an I/O thread.
class SocketConnection final : public QObject, private ByteStream::Listener
{
public:
    SocketConnection(ConnectionSet &set, quint64 id, Admission admission,
                     std::unique_ptr<ByteStream> stream, SocketUpgrade upgrade);
    ~SocketConnection() override;

    /// `input`: what came behind the request.
    void open(std::string_view input);

    quint64 id() const { return m_id; }
    Admission admission() const { return m_admission; }

    void say(const std::vector<std::string> &texts);
    void sayBytes(std::string_view bytes);
    void hangUp(const SocketEnd &end);
    /// Tells the guest, if all of its words are out.
    void noteSent();
    void checkTimes(qint64 nowMs);
    void close();

private:
    enum class State {
        Open,
        Leaving,  ///< Our close frame is said, theirs has not come.
        Draining, ///< Both are said; our end is on its way and input is thrown away.
        Closed
    };

    void streamOpened() override {}
    void streamReadable() override;
    void streamSent() override;
    void streamLost() override { close(); }

    void heard(std::string_view bytes);
    void take(FrameReader::Item item);
    void send(std::string frame);
    void closeSaid();
    void drain();
    void checkSilence(qint64 nowMs);

    ConnectionSet &m_set;
    const quint64 m_id;
    const Admission m_admission;
    std::unique_ptr<ByteStream> m_stream;
    SocketUpgrade m_upgrade;
    FrameReader m_reader;
    State m_state = State::Open;
    bool m_hasSpoken = false; ///< The guest waits for wasSent().

    // Steady milliseconds.
    qint64 m_heardMs;
    qint64 m_pingedMs;
    qint64 m_sentMs; ///< When something went out, or nothing waited to.
    qint64 m_allowedMs;
    qint64 m_leavingMs = 0;
};

} // namespace tp::http
