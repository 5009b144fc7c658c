// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/socketclient.h"

#include <algorithm>

namespace tp::test {

namespace {

constexpr char HeadEnd[] = "\r\n\r\n";

quint64 numberAt(const QByteArray &bytes, qsizetype at, int size)
{
    quint64 number = 0;
    for (int i = 0; i < size; ++i)
        number = number << 8 | quint8(bytes[at + i]);
    return number;
}

} // namespace

QByteArray clientFrame(int opcode, const QByteArray &payload, FrameShape shape)
{
    QByteArray frame;
    frame += char((shape.isLast ? 0x80 : 0) | shape.reserved << 4 | opcode);
    const quint64 size = quint64(payload.size());
    const int lengthBytes = size > 0xFFFF ? 8 : size > 125 ? 2 : 0;
    const int length = lengthBytes == 8 ? 127 : lengthBytes == 2 ? 126 : int(size);
    frame += char((shape.isMasked ? 0x80 : 0) | length);
    for (int i = lengthBytes - 1; i >= 0; --i)
        frame += char(size >> (8 * i) & 0xFF);
    if (!shape.isMasked)
        return frame + payload;
    const QByteArray mask("\x37\xfa\x21\x3d");
    frame += mask;
    const qsizetype from = frame.size();
    frame += payload;
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame[from + i] = char(frame[from + i] ^ mask[i % 4]);
    return frame;
}

QByteArray clientClose(int code, const QByteArray &reason)
{
    return clientFrame(SaysClose, QByteArray() + char(code >> 8) + char(code & 0xFF) + reason);
}

int codeOf(const Frame &close)
{
    return close.payload.size() < 2 ? 1005 : int(numberAt(close.payload, 0, 2));
}

SocketClient::SocketClient(quint16 port, const QByteArray &path, const QByteArray &behind,
                           RawClient::Kind kind)
    : m_client(port, kind)
{
    m_client.send("GET " + path +
                  " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Version: 13\r\n"
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
                  behind);
    m_client.waitUntil([this] { return m_client.received().contains(HeadEnd); });
}

bool SocketClient::isOpen() const
{
    return head().startsWith("HTTP/1.1 101 ");
}

QByteArray SocketClient::head() const
{
    return m_client.received().left(m_client.received().indexOf(HeadEnd) + 4);
}

void SocketClient::sendInPieces(const QByteArray &bytes, qsizetype size)
{
    for (qsizetype at = 0; at < bytes.size(); at += size)
        m_client.send(bytes.mid(at, size));
}

QList<Frame> SocketClient::frames() const
{
    QList<Frame> frames;
    const QByteArray &bytes = m_client.received();
    qsizetype at = head().size();
    while (bytes.size() - at >= 2) {
        const int length = bytes[at + 1] & 0x7F;
        const int lengthBytes = length == 127 ? 8 : length == 126 ? 2 : 0;
        if (bytes.size() - at < 2 + lengthBytes)
            break;
        const quint64 size = lengthBytes ? numberAt(bytes, at + 2, lengthBytes) : quint64(length);
        if (quint64(bytes.size() - at - 2 - lengthBytes) < size)
            break;
        frames.append({quint8(bytes[at]) & 0x0F, bytes.mid(at + 2 + lengthBytes, qsizetype(size))});
        at += 2 + lengthBytes + qsizetype(size);
    }
    return frames;
}

bool SocketClient::waitForFrames(qsizetype count, int timeoutMs)
{
    return m_client.waitUntil([&] { return frames().size() >= count; }, timeoutMs);
}

bool SocketClient::waitForEnd(int timeoutMs)
{
    return m_client.waitForClose(timeoutMs);
}

int SocketClient::closeCode() const
{
    for (const Frame &frame : frames()) {
        if (frame.opcode == SaysClose)
            return codeOf(frame);
    }
    return 0;
}

} // namespace tp::test
