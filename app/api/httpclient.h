// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonvalue.h"
#include "backend/kernel/result.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <utility>

class QNetworkReply;
class QNetworkRequest;

namespace tp::api {

class TokenSource;

/// What is asked of a server.
struct HttpQuestion
{
    enum class As {
        WhoIsSignedIn, ///< With the token, if there is one; a refused one is renewed.
        Nobody         ///< Without it: signing in itself, or a till with its own secret.
    };

    QString path; ///< From the root: "/api/products".
    QUrlQuery query;
    int timeoutMs = 10'000; ///< Without a byte moving.
    As as = As::WhoIsSignedIn;
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< Besides the usual ones.
};

/// What is sent along with it.
struct HttpBody
{
    QByteArray bytes;
    QByteArray type = "application/json";
};

/// Asks one server over HTTP/1.1 and reads its JSON. The server may change at any time, because a
/// bundled backend that starts again has another port: what was asked of the old one then ends as
/// Unavailable. A question whose token is refused (401) is asked once more with a new one.
/// Belongs to the thread that made it.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    using Reply = std::function<void(const Result<contract::JsonValue> &)>;

    /// No answer of ours is longer; what is, ends as Internal.
    static constexpr qint64 BodyMax = 32 * 1024 * 1024;

    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /// http or https with a host; empty: there is none, and every question ends as Unavailable.
    void setServer(const QUrl &server);
    const QUrl &server() const { return m_server; }

    /// Whose tokens are sent as Bearer (RFC 6750); none: nobody's. Must outlive the client.
    void setTokens(TokenSource *tokens) { m_tokens = tokens; }

    /// `reply` is called once, after this has returned, and not at all when `context` or this
    /// client has died by then.
    void get(const HttpQuestion &question, QObject *context, Reply reply);
    void post(const HttpQuestion &question, const HttpBody &body, QObject *context, Reply reply);

signals:
    /// A question got no answer at all: a good moment to look after the server.
    void noAnswer();

private:
    struct Call;

    void send(const std::shared_ptr<Call> &call);
    QNetworkRequest requestFor(const HttpQuestion &question, const QByteArray &token) const;
    void watch(QNetworkReply *network, const std::shared_ptr<Call> &call);
    void finish(QNetworkReply &network, const std::shared_ptr<Call> &call);
    void renewAndSendAgain(const std::shared_ptr<Call> &call);
    Result<contract::JsonValue> resultOf(QNetworkReply &network, const Call &call) const;

    QNetworkAccessManager m_network;
    QUrl m_server;
    TokenSource *m_tokens = nullptr;
    QSet<QNetworkReply *> m_running;
};

} // namespace tp::api
