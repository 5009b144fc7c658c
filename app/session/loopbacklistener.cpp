// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/loopbacklistener.h"

#include <QTcpSocket>

namespace tp::session {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype HeadMax = 16 * 1024;
constexpr auto CallbackPath = "/callback"_L1;

QByteArray pageSaying(const QString &text)
{
    const QString page = u"<!doctype html><html><head><meta charset=\"utf-8\">"
                         "<meta name=\"viewport\" content=\"width=device-width\">"
                         "<title>Tradepost</title></head>"
                         "<body style=\"font:18px sans-serif;margin:4em auto;max-width:30em\">"
                         "<p>%1</p></body></html>"_s;
    return page.arg(text.toHtmlEscaped()).toUtf8();
}

} // namespace

LoopbackListener::LoopbackListener(QObject *parent) : QObject(parent)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &LoopbackListener::welcome);
}

bool LoopbackListener::open(const QByteArray &state)
{
    close();
    m_state = state;
    m_visitors = 0;
    return m_listener.listen(QHostAddress::LocalHost, 0);
}

void LoopbackListener::close()
{
    m_listener.close();
    const auto visitors = m_heads.keys();
    for (QTcpSocket *visitor : visitors)
        visitor->abort();
}

QUrl LoopbackListener::url() const
{
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(m_listener.serverPort());
    url.setPath(CallbackPath);
    return url;
}

void LoopbackListener::welcome()
{
    QTcpSocket *visitor = m_listener.nextPendingConnection();
    if (++m_visitors > VisitorsMax) {
        visitor->abort();
        visitor->deleteLater();
        return;
    }
    m_heads.insert(visitor, {});
    connect(visitor, &QTcpSocket::readyRead, this, [this, visitor] { read(visitor); });
    connect(visitor, &QTcpSocket::disconnected, this, [this, visitor] {
        m_heads.remove(visitor);
        visitor->deleteLater();
    });
}

void LoopbackListener::read(QTcpSocket *visitor)
{
    if (!m_heads.contains(visitor)) {
        visitor->readAll(); // It has its answer.
        return;
    }
    QByteArray &head = m_heads[visitor];
    head += visitor->read(HeadMax + 1 - head.size());
    if (head.size() > HeadMax) {
        visitor->abort();
        return;
    }
    if (!head.contains("\r\n\r\n"))
        return;
    QUrlQuery query;
    const bool isExpected = isRight(head.left(head.indexOf('\r')), query);
    m_heads.remove(visitor);
    if (!isExpected) {
        answer(visitor, "400 Bad Request", tr("There is nothing here."));
        return;
    }
    const bool isYes = query.hasQueryItem(u"code"_s);
    answer(visitor, "200 OK",
           isYes ? tr("You are signed in. You can close this window and go back to Tradepost.")
                 : tr("You are not signed in. You can close this window."));
    m_listener.close();
    emit cameBack(query);
}

bool LoopbackListener::isRight(const QByteArray &line, QUrlQuery &query) const
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || words.first() != "GET" || !words.last().startsWith("HTTP/1."))
        return false;
    const QUrl target = QUrl::fromEncoded(words.at(1), QUrl::StrictMode);
    query = QUrlQuery(target);
    return target.path() == CallbackPath &&
           query.queryItemValue(u"state"_s, QUrl::FullyDecoded).toLatin1() == m_state;
}

void LoopbackListener::answer(QTcpSocket *visitor, const QByteArray &status, const QString &text)
{
    const QByteArray page = pageSaying(text);
    visitor->write("HTTP/1.1 " + status +
                   "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " +
                   QByteArray::number(page.size()) +
                   "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
                   "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'"
                   "\r\nConnection: close\r\n\r\n" +
                   page);
    visitor->disconnectFromHost();
}

} // namespace tp::session
