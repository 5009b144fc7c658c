// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/issuersignin.h"

#include "app/session/requests.h"

#include <QLoggingCategory>

#include <chrono>

namespace tp::session {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(issuerLog, "tp.session", QtInfoMsg)

namespace {

/// For an issuer that does not say how long its token is good.
constexpr qint64 UnsaidLifeS = 5 * 60;

using FormRow = std::pair<QString, QString>;

QString encodedForm(const QList<FormRow> &rows)
{
    QStringList pairs;
    for (const auto &[name, value] : rows) {
        if (!value.isEmpty())
            pairs.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    return pairs.join(u'&');
}

/// TLS, or this computer itself, where nobody listens in.
bool isSafe(const QUrl &url)
{
    const QString host = url.host();
    const bool isHere = host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "localhost"_L1;
    return url.isValid() && !host.isEmpty() &&
           (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere));
}

QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

api::HttpQuestion questionAt(const QUrl &url)
{
    api::HttpQuestion question = asNobody(url.path(QUrl::FullyDecoded));
    question.query = QUrlQuery(url);
    return question;
}

/// An issuer's access token is for our backend when it is made for our audience; one that asks for
/// the client's own id as audience means the id token.
QString tokenFor(const QString &audience, const QString &clientId, const TokenAnswer &given)
{
    const bool isJwt = looksLikeJwt(given.accessToken);
    const bool isIdWanted = audience.isEmpty() || audience == clientId || !isJwt;
    return isIdWanted && given.idToken ? *given.idToken : given.accessToken;
}

Tokens tokensFrom(const QString &audience, const QString &clientId, const TokenAnswer &given,
                  const QString &refreshBefore)
{
    return {tokenFor(audience, clientId, given).toLatin1(),
            given.refreshToken.value_or(refreshBefore), given.expiresIn.value_or(UnsaidLifeS)};
}

/// RFC 8707 wants a resource to be an absolute URI; other audiences are said by name alone.
QString resourceOf(const QString &audience)
{
    const QUrl url(audience, QUrl::StrictMode);
    return url.isValid() && !url.scheme().isEmpty() && !url.hasFragment() ? audience : QString();
}

} // namespace

IssuerSignIn::IssuerSignIn(Random &random, OpenBrowser openBrowser, int patienceMs, QObject *parent)
    : QObject(parent)
    , m_random(random)
    , m_openBrowser(std::move(openBrowser))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::milliseconds(patienceMs));
    connect(&m_patience, &QTimer::timeout, this,
            [this] { fail(ErrorCode::RequestTimeout, u"nobody came back"_s); });
    connect(&m_listener, &LoopbackListener::cameBack, this, &IssuerSignIn::takeCode);
}

void IssuerSignIn::start(const ui::IssuerOffer &issuer, QObject *context, Reply reply)
{
    cancel();
    m_offer = issuer;
    m_context = context;
    m_reply = std::move(reply);
    m_pkce = Pkce::make(m_random);
    m_state = randomText(m_random);
    m_nonce = randomText(m_random);
    m_patience.start();
    discover();
}

void IssuerSignIn::cancel()
{
    ++m_generation;
    m_patience.stop();
    m_listener.close();
    m_reply = {};
    m_pkce = {};
    m_browserUrl.clear();
}

void IssuerSignIn::discover()
{
    QUrl url(m_offer.issuer, QUrl::StrictMode);
    QString path = url.path(QUrl::FullyDecoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u"/.well-known/openid-configuration"_s);
    if (!isSafe(url)) {
        QMetaObject::invokeMethod(
            this,
            [this, generation = m_generation] {
                if (generation == m_generation)
                    fail(ErrorCode::Internal, u"the issuer's address is not safe"_s);
            },
            Qt::QueuedConnection);
        return;
    }
    m_http.setServer(originOf(url));
    m_http.get(questionAt(url), this, [this, generation = m_generation](const auto &answer) {
        if (generation == m_generation)
            takeDiscovery(answer);
    });
}

void IssuerSignIn::takeDiscovery(const Result<contract::JsonValue> &answer)
{
    const auto discovery = api::readAs<IssuerDiscovery>(answer);
    if (!discovery) {
        fail(discovery.error().code == ErrorCode::Unavailable ? ErrorCode::Unavailable
                                                              : ErrorCode::Internal,
             discovery.error().detail);
        return;
    }
    m_discovery = discovery.value();
    const bool knowsS256 =
        !m_discovery.challengeMethods || m_discovery.challengeMethods->contains(u"S256"_s);
    if (m_discovery.issuer != m_offer.issuer || !knowsS256 ||
        !isSafe(QUrl(m_discovery.tokenUrl, QUrl::StrictMode))) {
        fail(ErrorCode::Internal, u"the issuer's discovery is not what it should be"_s);
        return;
    }
    if (!m_listener.open(m_state)) {
        fail(ErrorCode::Internal, u"there is no port to come back to"_s);
        return;
    }
    m_redirectUrl = m_listener.url();
    const auto url = browserUrl();
    if (!url) {
        fail(url.error().code, url.error().detail);
        return;
    }
    m_browserUrl = url.value();
    openAgain();
}

Result<QUrl> IssuerSignIn::browserUrl() const
{
    QUrl url(m_discovery.authorizationUrl, QUrl::StrictMode);
    if (!isSafe(url))
        return Error{ErrorCode::Internal, u"the sign-in page's address is not safe"_s, {}};
    const QString form = encodedForm({
        {u"response_type"_s, u"code"_s},
        {u"client_id"_s, m_offer.clientId},
        {u"redirect_uri"_s, m_redirectUrl.toString()},
        {u"scope"_s, u"openid profile email offline_access"_s},
        {u"audience"_s, m_offer.audience},
        {u"resource"_s, resourceOf(m_offer.audience)},
        {u"state"_s, QString::fromLatin1(m_state)},
        {u"nonce"_s, QString::fromLatin1(m_nonce)},
        {u"code_challenge"_s, QString::fromLatin1(m_pkce.challenge)},
        {u"code_challenge_method"_s, u"S256"_s},
    });
    const QString before = url.query(QUrl::FullyEncoded);
    url.setQuery(before.isEmpty() ? form : before + u'&' + form, QUrl::StrictMode);
    return url;
}

void IssuerSignIn::openAgain()
{
    if (m_browserUrl.isValid() && !m_browserUrl.isEmpty() && !m_openBrowser(m_browserUrl))
        fail(ErrorCode::Internal, u"no browser could be opened"_s);
}

void IssuerSignIn::takeCode(const QUrlQuery &answer)
{
    const auto value = [&answer](const QString &name) {
        return answer.queryItemValue(name, QUrl::FullyDecoded);
    };
    // Whose answer it is (RFC 9207), where the issuer says so: not another one's.
    const QString from = value(u"iss"_s);
    if (!from.isEmpty() && from != m_offer.issuer) {
        fail(ErrorCode::Internal, u"the answer is another issuer's"_s);
        return;
    }
    const QString code = value(u"code"_s);
    if (code.isEmpty()) {
        fail(ErrorCode::InvalidCredentials, value(u"error"_s));
        return;
    }
    const QUrl url(m_discovery.tokenUrl, QUrl::StrictMode);
    const QString form = encodedForm({
        {u"grant_type"_s, u"authorization_code"_s},
        {u"code"_s, code},
        {u"redirect_uri"_s, m_redirectUrl.toString()},
        {u"client_id"_s, m_offer.clientId},
        {u"code_verifier"_s, QString::fromLatin1(m_pkce.verifier)},
        {u"resource"_s, resourceOf(m_offer.audience)},
    });
    m_http.setServer(originOf(url));
    m_http.post(questionAt(url), {form.toLatin1(), "application/x-www-form-urlencoded"}, this,
                [this, generation = m_generation](const auto &given) {
                    if (generation == m_generation)
                        takeTokens(given);
                });
}

void IssuerSignIn::takeTokens(const Result<contract::JsonValue> &answer)
{
    const auto given = api::readAs<TokenAnswer>(answer);
    if (!given) {
        const ErrorCode code = given.error().code;
        fail(code == ErrorCode::Unavailable || code == ErrorCode::Internal
                 ? code
                 : ErrorCode::InvalidCredentials,
             given.error().detail);
        return;
    }
    if (given->idToken) {
        const auto claims = IdClaims::of(*given->idToken);
        const bool isOurs = claims && claims->issuer == m_offer.issuer &&
                            claims->nonce.value_or(QString()).toLatin1() == m_nonce;
        if (!isOurs) {
            fail(ErrorCode::Internal, u"the id token answers another question"_s);
            return;
        }
    }
    finish(IssuerTokens{tokensFrom(m_offer.audience, m_offer.clientId, given.value(), {}),
                        {m_discovery.tokenUrl, m_offer.clientId, m_offer.audience}});
}

void IssuerSignIn::renew(const KeptIssuer &issuer, const QString &refresh, QObject *context,
                         std::function<void(const Result<Tokens> &)> reply)
{
    const QUrl url(issuer.tokenUrl, QUrl::StrictMode);
    const QString form = encodedForm({
        {u"grant_type"_s, u"refresh_token"_s},
        {u"refresh_token"_s, refresh},
        {u"client_id"_s, issuer.clientId},
        {u"resource"_s, resourceOf(issuer.audience)},
    });
    m_renewals.setServer(isSafe(url) ? originOf(url) : QUrl());
    m_renewals.post(
        questionAt(url), {form.toLatin1(), "application/x-www-form-urlencoded"}, context,
        [issuer, refresh, reply = std::move(reply)](const auto &answer) {
            const auto given = api::readAs<TokenAnswer>(answer);
            if (given)
                reply(tokensFrom(issuer.audience, issuer.clientId, given.value(), refresh));
            else
                reply(given.error());
        });
}

void IssuerSignIn::fail(ErrorCode code, const QString &why)
{
    qCInfo(issuerLog) << "no sign-in elsewhere why=" << why.left(200);
    finish(Error{code, why, {}});
}

void IssuerSignIn::finish(const Result<IssuerTokens> &result)
{
    const Reply reply = std::exchange(m_reply, {});
    const QPointer<QObject> context = m_context;
    cancel();
    if (reply && context)
        reply(result);
}

} // namespace tp::session
