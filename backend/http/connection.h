// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/application.h"
#include "backend/http/bytestream.h"
#include "backend/http/connectiontimes.h"
#include "backend/http/requestparser.h"
#include "backend/http/servercounters.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tp::http {

class ConnectionSet;

/// One client: reads its requests one after the other, hands each to the application and writes
/// the answer before it reads the next (pipelined requests wait, unread). Its times are looked at
/// by its set. Lives on an I/O thread.
class Connection final : public QObject, private ByteStream::Listener
{
public:
    Connection(ConnectionSet &set, quint64 id, Admission admission, std::string peer);
    ~Connection() override;

    /// Takes the stream that was made for listener().
    void open(std::unique_ptr<ByteStream> stream);
    ByteStream::Listener &listener() { return *this; }

    quint64 id() const { return m_id; }
    Admission admission() const { return m_admission; }

    /// Nothing instead of an answer: the handler dropped it. What comes late is ignored.
    void answer(quint64 request, std::optional<Response> response);
    /// Goes on with what has been read already.
    void continueReading();
    void checkTimes(qint64 nowMs);
    /// The server stops: goes now, or after the request that has begun.
    void stopWhenIdle();
    void close();

private:
    enum class State {
        Opening,  ///< TLS handshake, or waiting for one.
        Reading,  ///< A head or a body, or idle between requests.
        Handling, ///< The application has a request.
        Draining, ///< The last answer is on its way; input is thrown away.
        Closed
    };

    void streamOpened() override;
    void streamReadable() override;
    void streamSent() override;
    void streamLost() override;

    void received(std::string_view bytes);
    std::size_t consume(std::string_view bytes);
    bool holdsBack();
    void noteProgress();
    void inputEnded();

    void headReady(bool bodyFollows);
    void dispatch();
    void refuse(Refusal refusal);
    void upgrade(const Response &response);
    void fail(const std::string &why);
    Response refusal(int status, std::string_view detail);

    void deliver(Response response, bool keepsAlive);
    void startDraining();
    void outputSent();
    void drain();

    ConnectionSet &m_set;
    const quint64 m_id;
    const Admission m_admission;
    const std::string m_peer;
    std::unique_ptr<ByteStream> m_stream;
    RequestParser m_parser;
    std::string m_input; ///< Read and not parsed yet.
    State m_state = State::Opening;

    // Of the request at hand.
    quint64 m_request = 0;
    bool m_isHead = false;
    bool m_keepsAlive = false;
    bool m_isInHandler = false;
    bool m_isDropped = false;
    bool m_holdsBack = false;

    ConnectionTimes m_times;
    qint64 m_drainSinceMs = 0; ///< 0: the last answer is not all sent.
    std::size_t m_drainedBytes = 0;
};

} // namespace tp::http
