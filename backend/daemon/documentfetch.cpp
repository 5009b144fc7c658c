// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/documentfetch.h"

#include "backend/auth/oidcdiscovery.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

constexpr int RedirectsMax = 3;
constexpr int StatusOk = 200;

/// Nothing of ours goes along, and what comes is not unpacked: a megabyte stays one.
QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "tradepostd");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(RedirectsMax);
    return request;
}

} // namespace

DocumentFetch::DocumentFetch(QNetworkAccessManager &network, const QUrl &url, int timeoutMs,
                             auth::KeySource::Got got, QObject *parent)
    : QObject(parent)
    , m_reply(network.get(requestFor(url)))
    , m_got(std::move(got))
{
    m_reply->setParent(this);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this, timeoutMs] { giveUp(u"no answer within %1 ms"_s.arg(timeoutMs)); });
    connect(m_reply, &QNetworkReply::redirected, this, [this](const QUrl &to) { redirect(to); });
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64) {
        if (received > auth::KeySource::DocumentMax)
            giveUp(u"the answer is too long"_s);
    });
    connect(m_reply, &QNetworkReply::finished, this, [this] { take(); });
    m_deadline.start(timeoutMs);
}

void DocumentFetch::giveUp(const QString &why)
{
    end(Error{ErrorCode::Unavailable, u"%1: %2"_s.arg(m_reply->url().toString(), why), {}});
}

/// From HTTPS nobody is sent back to HTTP.
void DocumentFetch::redirect(const QUrl &to)
{
    const QUrl from = m_reply->url();
    const QUrl target = from.resolved(to);
    if (!auth::isSafeUrl(target) || (from.scheme() == u"https"_s && target.scheme() != u"https"_s))
        return giveUp(u"it leads to an address that is not safe"_s);
    emit m_reply->redirectAllowed();
}

void DocumentFetch::take()
{
    if (m_reply->error() != QNetworkReply::NoError)
        return giveUp(m_reply->errorString());
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != StatusOk)
        return giveUp(u"the answer is %1"_s.arg(status));
    const QByteArray body = m_reply->read(auth::KeySource::DocumentMax + 1);
    if (body.size() > auth::KeySource::DocumentMax)
        return giveUp(u"the answer is too long"_s);
    end(body.toStdString());
}

void DocumentFetch::end(Result<std::string> result)
{
    const auth::KeySource::Got got = std::exchange(m_got, nullptr);
    if (!got)
        return;
    m_deadline.stop();
    m_reply->disconnect(this);
    m_reply->abort();
    deleteLater();
    got(std::move(result));
}

} // namespace tp::daemon
