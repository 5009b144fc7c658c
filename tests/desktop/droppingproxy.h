// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace tp::test {

/// Between a client and a server: what the server answers to some questions is lost, as when the
/// network fails behind it.
class DroppingProxy final
{
public:
    DroppingProxy(const QUrl &server, const QByteArray &question)
        : m_server(server)
        , m_question(question)
    {
        QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener,
                         [this] { join(m_listener.nextPendingConnection()); });
        if (!m_listener.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort()));
    }

    int dropsLeft = 1;
    int dropped = 0;

private:
    void join(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        server->connectToHost(m_server.host(), quint16(m_server.port()));
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        QObject::connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
            const QByteArray bytes = client->readAll();
            server->setProperty("isToDrop", bytes.startsWith(m_question) && dropsLeft > 0);
            server->write(bytes);
        });
        QObject::connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            const QByteArray bytes = server->readAll();
            if (!server->property("isToDrop").toBool()) {
                client->write(bytes);
                return;
            }
            --dropsLeft;
            ++dropped;
            client->abort();
        });
    }

    QTcpServer m_listener;
    QUrl m_server;
    QByteArray m_question;
};

} // namespace tp::test
