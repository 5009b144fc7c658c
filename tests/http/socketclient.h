// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/http/rawclient.h"

namespace tp::test {

/// A frame, as it was heard or is said.
struct Frame
{
    int opcode = 0;
    QByteArray payload;

    friend bool operator==(const Frame &, const Frame &) = default;
};

enum Opcode { SaysMore = 0, SaysText = 1, SaysBytes = 2, SaysClose = 8, SaysPing = 9, SaysPong };

/// How a client's frame may be spoilt, or be a part.
struct FrameShape
{
    bool isLast = true;
    int reserved = 0;
    bool isMasked = true;
};
QByteArray clientFrame(int opcode, const QByteArray &payload, FrameShape shape = {});
QByteArray clientClose(int code, const QByteArray &reason = {});

/// The code of a close frame; 1005: it names none.
int codeOf(const Frame &close);

/// A client of a WebSocket that sends what a test wants. Opened by the constructor.
class SocketClient
{
public:
    /// `behind`: bytes in one packet with the request.
    explicit SocketClient(quint16 port, const QByteArray &path = "/socket",
                          const QByteArray &behind = {},
                          RawClient::Kind kind = RawClient::Kind::Plain);

    bool isOpen() const; ///< The server has said 101.
    QByteArray head() const;
    RawClient &raw() { return m_client; }

    void send(const QByteArray &bytes) { m_client.send(bytes); }
    /// In pieces of that size, each a write of its own.
    void sendInPieces(const QByteArray &bytes, qsizetype size);

    /// Every whole frame that was heard.
    QList<Frame> frames() const;
    bool waitForFrames(qsizetype count, int timeoutMs = 5000);
    /// Until a close frame is heard and the server has ended the connection.
    bool waitForEnd(int timeoutMs = 5000);
    int closeCode() const; ///< 0: there was no close frame.

private:
    RawClient m_client;
};

} // namespace tp::test
