// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/utf8check.h"

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace tp::http {

/// Why a WebSocket ends: the code of RFC 6455 7.4, and a few words for developers.
struct SocketEnd
{
    quint16 code = 1000;
    std::string reason;
};

/// Bytes in, messages and control frames out: what a client of a WebSocket says (RFC 6455 5),
/// without a socket or a clock. What is wrong is said as early as it can be known, and is final.
/// No extension is spoken. Used by one thread.
class FrameReader
{
public:
    enum class Kind {
        Nothing, ///< All bytes are read, and something is not whole yet.
        Text,    ///< A whole message.
        Binary,
        Ping,
        Pong,
        Close, ///< `code` is 1005 where it names none. Nothing may follow.
        Broken ///< `code` and `payload` say why; nothing that follows can be read.
    };
    struct Item
    {
        Kind kind = Kind::Nothing;
        std::string payload; ///< Of a close: its reason.
        quint16 code = 0;
    };

    explicit FrameReader(std::size_t messageBytesMax) : m_messageBytesMax(messageBytesMax) {}

    /// Reads on in `unread`, up to the end of one item, and takes what it read from it.
    Item next(std::string_view &unread);

private:
    enum Opcode : quint8 { Continue = 0, SayText = 1, SayBinary = 2, SayClose = 8, SayPing = 9 };

    bool isControl() const { return m_opcode >= SayClose; }
    std::size_t headSize() const;
    void readHead(std::string_view &unread);
    Item headRead();
    Item checkHead() const;
    quint64 payloadLength() const;
    Item readPayload(std::string_view &unread);
    Item frameEnded();
    Item controlEnded();
    Item closeEnded();
    static Item broken(quint16 code, const char *why);

    const std::size_t m_messageBytesMax;

    // Of the frame at hand.
    std::array<quint8, 14> m_head{};
    std::size_t m_headBytes = 0;
    bool m_isHeadRead = false;
    quint8 m_opcode = 0;
    bool m_isLast = false;
    quint64 m_left = 0;    ///< Of its payload.
    std::size_t m_key = 0; ///< Which byte of the mask is next.

    std::string m_control; ///< May come between the frames of a message.

    // Of the message.
    bool m_isInside = false; ///< A frame was not its last.
    bool m_isText = false;
    std::string m_message;
    Utf8Check m_utf8;
};

/// A message, whole in one frame as a server sends it: without a mask.
std::string textFrame(std::string_view text);
std::string binaryFrame(std::string_view bytes);
std::string pingFrame(std::string_view payload);
std::string pongFrame(std::string_view payload);
/// 1005 says none.
std::string closeFrame(const SocketEnd &end);

/// Whether a close frame may hold it: those of RFC 6455 7.4.1 and of the IANA registry that are
/// meant to be sent, and those of libraries and applications.
bool isCloseCode(quint16 code);

} // namespace tp::http
