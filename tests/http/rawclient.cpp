// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/rawclient.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QTest>

#include <sys/socket.h>

namespace tp::test {

QList<Answer> answersIn(QByteArray bytes, bool bodiless)
{
    QList<Answer> answers;
    for (;;) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return answers;
        Answer answer;
        const QList<QByteArray> lines = bytes.first(end).split('\n');
        answer.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.fields[line.first(colon).toLower()] = line.sliced(colon + 1).trimmed();
        }
        const bool hasBody = !bodiless && answer.status >= 200;
        const qsizetype size = hasBody ? answer.fields.value("content-length").toLongLong() : 0;
        if (bytes.size() < end + 4 + size)
            return answers;
        answer.body = bytes.sliced(end + 4, size);
        bytes.remove(0, end + 4 + size);
        answers.append(answer);
    }
}

RawClient::RawClient(quint16 port, Kind kind)
{
    QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, [this] {
        if (m_reads)
            m_received += m_socket.readAll();
    });
    const auto closed = [this] {
        if (m_reads && m_socket.isOpen())
            m_received += m_socket.readAll();
        m_isClosed = true;
    };
    QObject::connect(&m_socket, &QSslSocket::disconnected, &m_socket, closed);
    QObject::connect(&m_socket, &QSslSocket::errorOccurred, &m_socket, closed);
    if (kind == Kind::Plain) {
        QObject::connect(&m_socket, &QSslSocket::connected, &m_socket, [this] {
            m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_isOpen = true;
        });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    } else {
        QObject::connect(&m_socket, &QSslSocket::encrypted, &m_socket, [this] { m_isOpen = true; });
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(kind == Kind::Tls12 ? QSsl::TlsV1_2 : QSsl::TlsV1_3);
        configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
        m_socket.setSslConfiguration(configuration);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    }
    waitUntil([this] { return m_isOpen || m_isClosed; });
}

RawClient::~RawClient()
{
    m_socket.disconnect();
    m_socket.abort();
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::shutDownSending()
{
    waitUntil([this] { return m_socket.bytesToWrite() == 0; });
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
}

void RawClient::stopReading()
{
    m_reads = false;
    m_socket.setReadBufferSize(1);
}

void RawClient::startReading()
{
    m_reads = true;
    m_socket.setReadBufferSize(0);
    m_received += m_socket.readAll();
}

void RawClient::abort()
{
    m_socket.disconnect();
    m_socket.abort();
    m_isClosed = true;
}

bool RawClient::waitUntil(const std::function<bool()> &predicate, int timeoutMs)
{
    return QTest::qWaitFor(predicate, timeoutMs);
}

bool RawClient::waitForAnswers(int count, bool bodiless)
{
    return waitUntil([&] { return answers(bodiless).size() >= count; });
}

bool RawClient::waitForClose(int timeoutMs)
{
    return waitUntil([&] { return m_isClosed; }, timeoutMs);
}

Answer RawClient::lastAnswer() const
{
    const QList<Answer> all = answers();
    return all.isEmpty() ? Answer() : all.last();
}

} // namespace tp::test
