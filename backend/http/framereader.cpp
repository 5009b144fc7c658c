// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/framereader.h"

#include <algorithm>
#include <utility>

namespace tp::http {

namespace {

constexpr quint8 LastBit = 0x80, ReservedBits = 0x70, OpcodeBits = 0x0F;
constexpr quint8 MaskBit = 0x80, LengthBits = 0x7F;
constexpr quint8 ShortMax = 125, Length16 = 126, Length64 = 127;
constexpr std::size_t MaskBytes = 4;
constexpr quint16 ProtocolError = 1002, NoCode = 1005, NotUtf8 = 1007, TooBig = 1009;

std::string frameOf(quint8 opcode, std::string_view payload)
{
    std::string frame;
    frame.reserve(payload.size() + 10);
    frame += char(LastBit | opcode);
    const std::size_t size = payload.size();
    int lengthBytes = 0;
    if (size <= ShortMax) {
        frame += char(size);
    } else if (size <= 0xFFFF) {
        frame += char(Length16);
        lengthBytes = 2;
    } else {
        frame += char(Length64);
        lengthBytes = 8;
    }
    for (int i = lengthBytes - 1; i >= 0; --i)
        frame += char(size >> (8 * i) & 0xFF);
    return frame.append(payload);
}

} // namespace

FrameReader::Item FrameReader::broken(quint16 code, const char *why)
{
    return {Kind::Broken, why, code};
}

FrameReader::Item FrameReader::next(std::string_view &unread)
{
    while (!unread.empty()) {
        Item item;
        if (m_isHeadRead) {
            item = readPayload(unread);
        } else {
            readHead(unread);
            if (m_headBytes < headSize())
                continue;
            item = headRead();
        }
        if (item.kind == Kind::Nothing && m_isHeadRead && m_left == 0)
            item = frameEnded();
        if (item.kind != Kind::Nothing)
            return item;
    }
    return {};
}

/// As far as the bytes that are there say.
std::size_t FrameReader::headSize() const
{
    if (m_headBytes < 2)
        return 2;
    const quint8 length = m_head[1] & LengthBits;
    const std::size_t more = length == Length64 ? 8 : length == Length16 ? 2 : 0;
    return 2 + more + MaskBytes;
}

void FrameReader::readHead(std::string_view &unread)
{
    const std::size_t size = std::min(headSize() - m_headBytes, unread.size());
    std::copy_n(unread.begin(), size, m_head.begin() + std::ptrdiff_t(m_headBytes));
    m_headBytes += size;
    unread.remove_prefix(size);
}

FrameReader::Item FrameReader::headRead()
{
    m_isHeadRead = true;
    m_opcode = m_head[0] & OpcodeBits;
    m_isLast = m_head[0] & LastBit;
    m_left = payloadLength();
    m_key = 0;
    if (Item item = checkHead(); item.kind == Kind::Broken)
        return item;
    if (m_opcode == SayText || m_opcode == SayBinary) {
        m_isText = m_opcode == SayText;
        m_utf8 = {};
    }
    return {};
}

quint64 FrameReader::payloadLength() const
{
    const quint8 length = m_head[1] & LengthBits;
    if (length <= ShortMax)
        return length;
    quint64 size = 0;
    for (std::size_t i = 2; i < headSize() - MaskBytes; ++i)
        size = size << 8 | m_head[i];
    return size;
}

FrameReader::Item FrameReader::checkHead() const
{
    const quint8 length = m_head[1] & LengthBits;
    if (m_head[0] & ReservedBits)
        return broken(ProtocolError, "a reserved bit is set");
    if (!(m_head[1] & MaskBit))
        return broken(ProtocolError, "a client's frames are masked");
    if (m_opcode > SayPing + 1 || (m_opcode > SayBinary && m_opcode < SayClose))
        return broken(ProtocolError, "no frame has this opcode");
    if (isControl() && (!m_isLast || length > ShortMax))
        return broken(ProtocolError, "a control frame is short and whole");
    const bool isShortest = length == Length16   ? m_left > ShortMax
                            : length == Length64 ? m_left > 0xFFFF && m_left >> 63 == 0
                                                 : true;
    if (!isShortest)
        return broken(ProtocolError, "the length is not in its shortest form");
    if (isControl())
        return {};
    if (m_isInside != (m_opcode == Continue))
        return broken(ProtocolError, m_isInside ? "the message before is not at its end"
                                                : "there is no message to go on with");
    if (m_left > m_messageBytesMax - m_message.size())
        return broken(TooBig, "the message is too long");
    return {};
}

FrameReader::Item FrameReader::readPayload(std::string_view &unread)
{
    const std::size_t size = std::size_t(std::min<quint64>(m_left, unread.size()));
    std::string &into = isControl() ? m_control : m_message;
    const std::size_t from = into.size();
    into.append(unread.substr(0, size));
    const quint8 *mask = m_head.data() + headSize() - MaskBytes;
    for (std::size_t i = 0; i < size; ++i)
        into[from + i] = char(quint8(into[from + i]) ^ mask[(m_key + i) % MaskBytes]);
    m_key = (m_key + size) % MaskBytes;
    m_left -= size;
    unread.remove_prefix(size);
    const bool isUtf8 = isControl() || !m_isText || m_utf8.add(std::string_view(into).substr(from));
    return isUtf8 ? Item() : broken(NotUtf8, "the text is not UTF-8");
}

FrameReader::Item FrameReader::frameEnded()
{
    m_isHeadRead = false;
    m_headBytes = 0;
    if (isControl())
        return controlEnded();
    m_isInside = !m_isLast;
    if (m_isInside)
        return {};
    if (m_isText && !m_utf8.isWhole())
        return broken(NotUtf8, "the text ends inside a character");
    return {m_isText ? Kind::Text : Kind::Binary, std::exchange(m_message, {}), 0};
}

FrameReader::Item FrameReader::controlEnded()
{
    if (m_opcode == SayClose)
        return closeEnded();
    return {m_opcode == SayPing ? Kind::Ping : Kind::Pong, std::exchange(m_control, {}), 0};
}

FrameReader::Item FrameReader::closeEnded()
{
    const std::string payload = std::exchange(m_control, {});
    if (payload.empty())
        return {Kind::Close, {}, NoCode};
    if (payload.size() == 1)
        return broken(ProtocolError, "half a code");
    const auto code = quint16(quint8(payload[0]) << 8 | quint8(payload[1]));
    if (!isCloseCode(code))
        return broken(ProtocolError, "nobody may close with this code");
    Utf8Check reason;
    if (!reason.add(std::string_view(payload).substr(2)) || !reason.isWhole())
        return broken(NotUtf8, "the reason is not UTF-8");
    return {Kind::Close, payload.substr(2), code};
}

bool isCloseCode(quint16 code)
{
    if (code >= 3000)
        return code <= 4999;
    return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
}

std::string textFrame(std::string_view text)
{
    return frameOf(1, text);
}

std::string binaryFrame(std::string_view bytes)
{
    return frameOf(2, bytes);
}

std::string pingFrame(std::string_view payload)
{
    return frameOf(9, payload);
}

std::string pongFrame(std::string_view payload)
{
    return frameOf(10, payload);
}

std::string closeFrame(const SocketEnd &end)
{
    std::string payload;
    if (end.code != NoCode) {
        payload += char(end.code >> 8);
        payload += char(end.code & 0xFF);
        payload += end.reason.substr(0, ShortMax - 2);
    }
    return frameOf(8, payload);
}

} // namespace tp::http
