// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"

#include "app/api/answer.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace tp::api {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(httpLog, "tp.api", QtWarningMsg)

struct HttpClient::Call
{
    Reply reply;
    bool isTooLong = false;
    bool hasMoved = false; ///< The server is another one by now.
};

HttpClient::HttpClient(QObject *parent) : QObject(parent)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient()
{
    // Aborting would tell those who asked; they are not told when the client dies.
    for (QNetworkReply *network : std::as_const(m_running))
        network->disconnect(this);
}

void HttpClient::setServer(const QUrl &server)
{
    if (server == m_server)
        return;
    m_server = server;
    // A proxy cannot reach this machine's own address.
    const QString host = server.host();
    const bool isHere = host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
    m_network.setProxy(
        QNetworkProxy(isHere ? QNetworkProxy::NoProxy : QNetworkProxy::DefaultProxy));
    const QSet<QNetworkReply *> old = std::exchange(m_running, {});
    for (QNetworkReply *network : old)
        network->abort(); // Reports at once, as what resultOf() makes of it.
}

void HttpClient::get(const HttpQuestion &question, QObject *context, Reply reply)
{
    Q_ASSERT(context);
    if (m_server.isEmpty()) {
        QMetaObject::invokeMethod(
            context,
            [reply = std::move(reply)] {
                reply(Error{ErrorCode::Unavailable, u"there is no server yet"_s, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    watch(m_network.get(requestFor(question)), context, std::move(reply));
}

QNetworkRequest HttpClient::requestFor(const HttpQuestion &question) const
{
    QUrl url = m_server;
    url.setPath(question.path);
    url.setQuery(question.query);
    QNetworkRequest request(url);
    request.setTransferTimeout(question.timeoutMs);
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Tradepost"_s);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

void HttpClient::watch(QNetworkReply *network, QObject *context, Reply reply)
{
    m_running.insert(network);
    const auto call = std::make_shared<Call>(Call{std::move(reply)});
    connect(network, &QNetworkReply::readyRead, this, [network, call] {
        call->isTooLong = network->bytesAvailable() > BodyMax;
        if (call->isTooLong)
            network->abort();
    });
    // Two ways to end: the answer, or nobody waits for it any more.
    const auto forgotten = connect(context, &QObject::destroyed, this, [this, network] {
        network->disconnect(this);
        m_running.remove(network);
        network->abort();
        network->deleteLater();
    });
    connect(network, &QNetworkReply::finished, this, [this, network, call, forgotten] {
        disconnect(forgotten);
        call->hasMoved = !m_running.remove(network);
        network->deleteLater();
        const auto result = resultOf(*network, *call);
        if (!result && result.error().code == ErrorCode::Unavailable && !call->hasMoved)
            emit noAnswer();
        call->reply(result);
    });
}

Result<contract::JsonValue> HttpClient::resultOf(QNetworkReply &network, const Call &call) const
{
    if (call.hasMoved)
        return Error{ErrorCode::Unavailable, u"the server has moved"_s, {}};
    if (call.isTooLong)
        return Error{ErrorCode::Internal, u"the answer is too long"_s, {}};

    const int status = network.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole = network.error() == QNetworkReply::NoError ||
                         network.error() >= QNetworkReply::ContentAccessDenied;
    if (status == 0 || !isWhole) {
        qCDebug(httpLog) << "no answer path=" << network.url().path()
                         << "why=" << network.errorString();
        return Error{ErrorCode::Unavailable, network.errorString(), {}};
    }
    return readAnswer({status, network.header(QNetworkRequest::ContentTypeHeader).toByteArray(),
                       network.readAll()});
}

} // namespace tp::api
