// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

class QTcpSocket;

namespace tp::test {

/// Just enough of an HTTP server on a real socket to be misused: scripted answers, right and
/// wrong. Keeps connections open between requests, as the real one does.
class TinyServer final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QString path;
        QUrlQuery query;
        QByteArray head;
        QByteArray method;
        QByteArray body;

        /// Of the first line of that name; empty: there is none.
        QByteArray header(const QByteArray &name) const;
    };
    struct Answer
    {
        enum class Manner { Whole, Silent, CutShort, Raw };

        int status = 200;
        QByteArray body;
        QByteArray type = "application/json";
        Manner manner = Manner::Whole;
        QByteArray headers = {}; ///< More lines, each with its end.
    };
    using Handler = std::function<Answer(const Request &)>;

    explicit TinyServer(QObject *parent = nullptr);
    ~TinyServer() override { stop(); }

    QUrl url() const;
    void answer(const QString &path, Handler handler) { m_handlers.insert(path, handler); }
    void answer(const QString &path, const Answer &fixed)
    {
        m_handlers.insert(path, [fixed](const Request &) { return fixed; });
    }

    const QList<Request> &requests() const { return m_requests; }
    int countOf(const QString &path) const;
    int openConnections() const { return m_open; }
    void stop(); ///< No longer there, for those connected and those to come.

private:
    void take();
    void read(QTcpSocket *socket);
    void send(QTcpSocket *socket, const Answer &answer);

    QTcpServer m_listener;
    QHash<QString, Handler> m_handlers;
    QHash<QTcpSocket *, QByteArray> m_heads;
    QList<Request> m_requests;
    int m_open = 0;
};

} // namespace tp::test
