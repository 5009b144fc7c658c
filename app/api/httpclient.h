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

class QNetworkReply;
class QNetworkRequest;

namespace tp::api {

/// What is asked of a server.
struct HttpQuestion
{
    QString path; ///< From the root: "/api/products".
    QUrlQuery query;
    int timeoutMs = 10'000; ///< Without a byte moving.
};

/// Asks one server over HTTP/1.1 and reads its JSON. The server may change at any time, because a
/// bundled backend that starts again has another port: what was asked of the old one then ends as
/// Unavailable. Belongs to the thread that made it.
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

    /// Sent as Bearer token (RFC 6750); empty: none.
    void setToken(const QByteArray &token) { m_token = token; }

    /// `reply` is called once, after this has returned, and not at all when `context` or this
    /// client has died by then.
    void get(const HttpQuestion &question, QObject *context, Reply reply);

signals:
    /// A question got no answer at all: a good moment to look after the server.
    void noAnswer();

private:
    struct Call;

    QNetworkRequest requestFor(const HttpQuestion &question) const;
    void watch(QNetworkReply *network, QObject *context, Reply reply);
    Result<contract::JsonValue> resultOf(QNetworkReply &network, const Call &call) const;

    QNetworkAccessManager m_network;
    QUrl m_server;
    QByteArray m_token;
    QSet<QNetworkReply *> m_running;
};

} // namespace tp::api
