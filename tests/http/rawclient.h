// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSslSocket>

#include <functional>

namespace tp::test {

struct Answer
{
    int status = 0;
    QMap<QByteArray, QByteArray> fields; ///< Names in lower case.
    QByteArray body;
};

/// The answers in a stream of bytes, told apart by Content-Length. An incomplete last one is left
/// out. `bodiless`: they answer HEAD.
QList<Answer> answersIn(QByteArray bytes, bool bodiless = false);

/// A client that sends bytes as a test wants them, and keeps what comes. Waiting spins the event
/// loop, because the server's main thread is the test's.
class RawClient
{
public:
    enum class Kind { Plain, Tls12, Tls13 };

    explicit RawClient(quint16 port, Kind kind = Kind::Plain);
    ~RawClient();

    void send(const QByteArray &bytes);
    void shutDownSending();
    void stopReading(); ///< Leaves everything in the socket.
    void startReading();
    void abort();

    bool waitUntil(const std::function<bool()> &predicate, int timeoutMs = 5000);
    bool waitForAnswers(int count, bool bodiless = false);
    bool waitForClose(int timeoutMs = 5000);

    bool isOpen() const { return m_isOpen; }
    bool isClosed() const { return m_isClosed; }
    const QByteArray &received() const { return m_received; }
    QList<Answer> answers(bool bodiless = false) const { return answersIn(m_received, bodiless); }
    Answer lastAnswer() const;
    QSslSocket &socket() { return m_socket; }

private:
    QSslSocket m_socket; ///< Without a handshake it is a plain one.
    QByteArray m_received;
    bool m_reads = true;
    bool m_isOpen = false;
    bool m_isClosed = false;
};

} // namespace tp::test
