// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"

#include "app/api/answer.h"
#include "app/api/tokensource.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>

#include <optional>

namespace tp::api {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(httpLog, "tp.api", QtWarningMsg)

struct HttpClient::Call
{
    HttpQuestion question;
    std::optional<HttpBody> body; ///< None: it is a GET.
    QPointer<QObject> context;
    Reply reply;
    QByteArray token; ///< The one that was sent.
    bool isSecondTry = false;
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
    send(std::make_shared<Call>(Call{question, {}, context, std::move(reply), {}}));
}

void HttpClient::post(const HttpQuestion &question, const HttpBody &body, QObject *context,
                      Reply reply)
{
    Q_ASSERT(context);
    send(std::make_shared<Call>(Call{question, body, context, std::move(reply), {}}));
}

void HttpClient::send(const std::shared_ptr<Call> &call)
{
    if (m_server.isEmpty()) {
        QMetaObject::invokeMethod(
            call->context,
            [call] {
                call->reply(Error{ErrorCode::Unavailable, u"there is no server yet"_s, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    const bool isSomebodys = m_tokens && call->question.as == HttpQuestion::As::WhoIsSignedIn;
    call->token = isSomebodys ? m_tokens->token() : QByteArray();
    QNetworkRequest request = requestFor(call->question, call->token);
    if (call->body)
        request.setHeader(QNetworkRequest::ContentTypeHeader, call->body->type);
    watch(call->body ? m_network.post(request, call->body->bytes) : m_network.get(request), call);
}

QNetworkRequest HttpClient::requestFor(const HttpQuestion &question, const QByteArray &token) const
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
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    for (const auto &[name, value] : question.headers)
        request.setRawHeader(name, value);
    return request;
}

void HttpClient::watch(QNetworkReply *network, const std::shared_ptr<Call> &call)
{
    m_running.insert(network);
    connect(network, &QNetworkReply::readyRead, this, [network, call] {
        call->isTooLong = network->bytesAvailable() > BodyMax;
        if (call->isTooLong)
            network->abort();
    });
    // Two ways to end: the answer, or nobody waits for it any more.
    const auto forgotten = connect(call->context, &QObject::destroyed, this, [this, network] {
        network->disconnect(this);
        m_running.remove(network);
        network->abort();
        network->deleteLater();
    });
    connect(network, &QNetworkReply::finished, this, [this, network, call, forgotten] {
        disconnect(forgotten);
        call->hasMoved = !m_running.remove(network);
        network->deleteLater();
        finish(*network, call);
    });
}

void HttpClient::finish(QNetworkReply &network, const std::shared_ptr<Call> &call)
{
    const auto result = resultOf(network, *call);
    if (!result && result.error().code == ErrorCode::Unavailable && !call->hasMoved)
        emit noAnswer();
    const int status = network.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isRefusedToken = !result && status == 401 && !call->token.isEmpty();
    if (isRefusedToken && !call->isSecondTry && !call->hasMoved)
        renewAndSendAgain(call);
    else
        call->reply(result);
}

void HttpClient::renewAndSendAgain(const std::shared_ptr<Call> &call)
{
    const QPointer<HttpClient> self(this);
    m_tokens->renew(call->token, call->context, [self, call](const Result<void> &renewed) {
        if (!self)
            return;
        if (!renewed) {
            call->reply(renewed.error());
            return;
        }
        call->isSecondTry = true;
        self->send(call);
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
                       network.readAll(), qMax(0, network.rawHeader("Retry-After").toInt())});
}

} // namespace tp::api
