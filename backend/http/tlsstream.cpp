// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/tlsstream.h"

#include <utility>

namespace tp::http {

namespace {

/// Of encrypted and of clear bytes that wait to be read; TCP holds back the rest.
constexpr qint64 ReadBufferBytesMax = 64 * 1024;

} // namespace

TlsStream::TlsStream(int descriptor, const QSslConfiguration &configuration, Gate &gate,
                     Listener &listener)
    : m_gate(gate)
    , m_listener(&listener)
{
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSslConfiguration(configuration);
    m_socket.setReadBufferSize(ReadBufferBytesMax);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(&m_socket, &QSslSocket::encrypted, this, &TlsStream::becameEncrypted);
    connect(&m_socket, &QSslSocket::readyRead, this, &TlsStream::becameReadable);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &TlsStream::wasSent);
    connect(&m_socket, &QSslSocket::disconnected, this, &TlsStream::wasLost);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsStream::wasLost);
}

TlsStream::~TlsStream()
{
    close();
}

void TlsStream::open()
{
    if (m_socket.bytesAvailable() > 0)
        becameReadable();
}

void TlsStream::becameReadable()
{
    switch (m_stage) {
    case Stage::Silent:
        if (!isHello())
            return goOnPlainly();
        m_stage = Stage::Waiting;
        m_gate.enter(*this);
        return;
    case Stage::Open:
        if (m_isReading)
            m_listener->streamReadable();
        return;
    case Stage::Waiting:
    case Stage::Handshaking:
    case Stage::Closed:
        return;
    }
    Q_UNREACHABLE();
}

/// Whether the first byte begins a handshake (RFC 8446 5.1).
bool TlsStream::isHello()
{
    char first = 0;
    return m_socket.peek(&first, 1) == 1 && first == 0x16;
}

/// Somebody who speaks plainly at a door for TLS is heard, to be told where to go.
void TlsStream::goOnPlainly()
{
    m_stage = Stage::Open;
    connect(&m_socket, &QSslSocket::bytesWritten, this, &TlsStream::wasSent);
    m_listener->streamOpened();
    if (m_isReading)
        m_listener->streamReadable();
}

void TlsStream::startHandshake()
{
    if (m_stage != Stage::Waiting)
        return;
    m_stage = Stage::Handshaking;
    m_socket.startServerEncryption();
}

void TlsStream::becameEncrypted()
{
    if (m_stage != Stage::Handshaking)
        return;
    m_stage = Stage::Open;
    m_gate.leave(*this);
    m_listener->streamOpened();
}

std::size_t TlsStream::read(std::span<char> into)
{
    if (m_stage != Stage::Open)
        return 0;
    const qint64 got = m_socket.read(into.data(), qint64(into.size()));
    return got > 0 ? std::size_t(got) : 0;
}

void TlsStream::setReading(bool isOn)
{
    const bool wasReading = std::exchange(m_isReading, isOn);
    // What came meanwhile was announced to nobody.
    if (isOn && !wasReading && m_stage == Stage::Open && m_socket.bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &TlsStream::becameReadable, Qt::QueuedConnection);
}

bool TlsStream::send(std::string head, std::string body)
{
    if (m_stage != Stage::Open)
        return false;
    m_socket.write(head.data(), qint64(head.size()));
    if (!body.empty())
        m_socket.write(body.data(), qint64(body.size()));
    m_socket.flush();
    return m_stage == Stage::Open;
}

std::size_t TlsStream::unsentBytes() const
{
    return std::size_t(m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite());
}

void TlsStream::wasSent()
{
    if (m_stage == Stage::Open)
        m_listener->streamSent();
}

void TlsStream::wasLost()
{
    if (m_stage == Stage::Closed)
        return;
    m_gate.leave(*this);
    // Possibly from within a call of ours: the listener hears of it from the event loop.
    m_stage = Stage::Closed;
    QMetaObject::invokeMethod(
        this, [this] { m_listener->streamLost(); }, Qt::QueuedConnection);
}

void TlsStream::close()
{
    if (m_stage == Stage::Closed)
        return;
    m_gate.leave(*this);
    const bool isOpen = std::exchange(m_stage, Stage::Closed) == Stage::Open;
    m_socket.disconnect(this);
    if (isOpen) {
        m_socket.disconnectFromHost(); // Writes close_notify, which flush() sends.
        m_socket.flush();
    }
    m_socket.abort();
}

} // namespace tp::http
