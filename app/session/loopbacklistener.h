// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

class QTcpSocket;

namespace tp::session {

/// Where the browser comes back to after a sign-in elsewhere: a port of this computer's own
/// loopback address (RFC 8252, 7.3), open until one visitor has brought the right state. Whoever
/// else knocks gets a short page and learns nothing.
class LoopbackListener final : public QObject
{
    Q_OBJECT

public:
    /// Strangers on the loopback are few; more than this and something is wrong.
    static constexpr int VisitorsMax = 50;

    explicit LoopbackListener(QObject *parent = nullptr);

    /// False: there is no port to be had.
    bool open(const QByteArray &state);
    void close();

    QUrl url() const; ///< The redirect_uri: http://127.0.0.1:PORT/callback

signals:
    /// Once: with the state that was asked for. The listener is closed by then.
    void cameBack(const QUrlQuery &answer);

private:
    void welcome();
    void read(QTcpSocket *visitor);
    void answer(QTcpSocket *visitor, const QByteArray &status, const QString &text);
    bool isRight(const QByteArray &line, QUrlQuery &query) const;

    QTcpServer m_listener;
    QHash<QTcpSocket *, QByteArray> m_heads;
    QByteArray m_state;
    int m_visitors = 0;
};

} // namespace tp::session
