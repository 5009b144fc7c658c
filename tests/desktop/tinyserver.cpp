// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/tinyserver.h"

#include "tests/support/notedsecrets.h"

#include <QTcpSocket>

#include <algorithm>

namespace tp::test {

TinyServer::TinyServer(QObject *parent) : QObject(parent)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &TinyServer::take);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

QUrl TinyServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort()));
}

void TinyServer::stop()
{
    m_listener.close();
    const auto sockets = m_heads.keys();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void TinyServer::take()
{
    QTcpSocket *socket = m_listener.nextPendingConnection();
    ++m_open;
    m_heads.insert(socket, {});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        --m_open;
        m_heads.remove(socket);
        socket->deleteLater();
    });
}

void TinyServer::read(QTcpSocket *socket)
{
    QByteArray &read = m_heads[socket];
    read += socket->readAll();
    const qsizetype end = read.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QUrl target = QUrl::fromEncoded(read.split(' ').value(1));
    Request request{target.path(),
                    QUrlQuery(target.query(QUrl::FullyEncoded)),
                    read.first(end),
                    read.split(' ').first(),
                    {}};
    const qsizetype bodySize = request.header("Content-Length").toLongLong();
    if (read.size() < end + 4 + bodySize)
        return;
    request.body = read.mid(end + 4, bodySize);
    read.clear();
    noteSecretsIn(request.body);
    noteSecret(request.header("X-Till-Secret"));
    if (const QByteArray who = request.header("Authorization"); who.startsWith("Bearer "))
        noteSecret(who.sliced(7));
    m_requests.append(request);
    const Handler handler = m_handlers.value(request.path);
    send(socket, handler ? handler(request) : Answer{404, "nothing here", "text/plain"});
}

QByteArray TinyServer::Request::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

int TinyServer::countOf(const QString &path) const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(),
                             [&path](const Request &one) { return one.path == path; }));
}

void TinyServer::send(QTcpSocket *socket, const Answer &answer)
{
    noteSecretsIn(answer.body);
    const QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) +
                            " Said\r\nContent-Type: " + answer.type +
                            "\r\nContent-Length: " + QByteArray::number(answer.body.size()) +
                            "\r\n" + answer.headers + "\r\n";
    switch (answer.manner) {
    case Answer::Manner::Whole:
        socket->write(head + answer.body);
        return;
    case Answer::Manner::Silent:
        return;
    case Answer::Manner::CutShort:
        socket->write(head + answer.body.first(answer.body.size() / 2));
        socket->disconnectFromHost();
        return;
    case Answer::Manner::Raw:
        socket->write(answer.body);
        socket->disconnectFromHost();
        return;
    }
}

} // namespace tp::test
