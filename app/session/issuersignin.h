// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/api/httpclient.h"
#include "app/session/issuerdocuments.h"
#include "app/session/keptsession.h"
#include "app/session/loopbacklistener.h"
#include "app/session/pkce.h"
#include "app/session/sessiontokens.h"
#include "ui/presentation/sessionport.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tp::session {

/// What a sign-in elsewhere gave, and how it is renewed there.
struct IssuerTokens
{
    Tokens tokens;
    KeptIssuer issuer;
};

/// Opens an address in the person's browser; false: there is none.
using OpenBrowser = std::function<bool(const QUrl &)>;

/// Signs in at an issuer of OpenID Connect as a native app does (RFC 8252): by authorization code
/// with PKCE in the person's own browser, which comes back over the loopback. One sign-in at a
/// time; a new one gives up the one before it.
class IssuerSignIn final : public QObject
{
    Q_OBJECT

public:
    using Reply = std::function<void(const Result<IssuerTokens> &)>;

    /// Somebody may have to find their phone first.
    static constexpr int PatienceMs = 5 * 60 * 1000;

    IssuerSignIn(Random &random, OpenBrowser openBrowser, int patienceMs = PatienceMs,
                 QObject *parent = nullptr);

    /// RequestTimeout: nobody came back. InvalidCredentials: the issuer says no, or the person
    /// does. Internal: one cannot sign in there so.
    void start(const ui::IssuerOffer &issuer, QObject *context, Reply reply);
    void openAgain();
    void cancel(); ///< The reply never comes.

    /// The next tokens for a refresh token (RFC 6749, 6).
    void renew(const KeptIssuer &issuer, const QString &refresh, QObject *context,
               std::function<void(const Result<Tokens> &)> reply);

private:
    void discover();
    void takeDiscovery(const Result<contract::JsonValue> &answer);
    Result<QUrl> browserUrl() const;
    void takeCode(const QUrlQuery &answer);
    void takeTokens(const Result<contract::JsonValue> &answer);
    void finish(const Result<IssuerTokens> &result);
    void fail(ErrorCode code, const QString &why);

    Random &m_random;
    OpenBrowser m_openBrowser;
    api::HttpClient m_http;
    api::HttpClient m_renewals;
    LoopbackListener m_listener;
    QTimer m_patience;
    ui::IssuerOffer m_offer;
    IssuerDiscovery m_discovery;
    Pkce m_pkce;
    QByteArray m_state;
    QByteArray m_nonce;
    QUrl m_redirectUrl;
    QUrl m_browserUrl;
    QPointer<QObject> m_context;
    Reply m_reply;
    int m_generation = 0;
};

} // namespace tp::session
