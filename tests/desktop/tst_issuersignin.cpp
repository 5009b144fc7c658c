// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/issuersignin.h"
#include "tests/desktop/fakeissuer.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using namespace tp::session;
using tp::ErrorCode;
using TokensResult = tp::Result<IssuerTokens>;

/// Against a provider on a loopback socket; the test is the browser.
class TestIssuerSignIn final : public QObject
{
    Q_OBJECT

    SeededRandom m_random{11};
    std::unique_ptr<FakeIssuer> m_provider;
    std::unique_ptr<IssuerSignIn> m_signIn;
    QList<QUrl> m_opened;
    QList<TokensResult> m_answers;
    bool m_hasBrowser = true;

    QString issuer() const { return QString::fromLatin1(m_provider->base()); }

    tp::ui::IssuerOffer offer() const
    {
        return {issuer(), u"tradepost"_s, u"https://shop.example/api"_s, u"Test"_s};
    }

    QString asked(const QString &name) const
    {
        return QUrlQuery(m_opened.last()).queryItemValue(name, QUrl::FullyDecoded);
    }

    void start(const tp::ui::IssuerOffer &where)
    {
        m_signIn->start(where, this,
                        [this](const TokensResult &answer) { m_answers.append(answer); });
    }

    void startAndOpen()
    {
        start(offer());
        QTRY_COMPARE(m_opened.size(), 1);
        m_provider->nonce = asked(u"nonce"_s).toLatin1();
    }

    /// What the browser gets when it comes back with these parameters.
    QByteArray comeBack(const QString &query, const QString &path = u"/callback"_s)
    {
        QTcpSocket browser;
        const QUrl redirect(asked(u"redirect_uri"_s));
        browser.connectToHost(redirect.host(), quint16(redirect.port()));
        QByteArray page;
        connect(&browser, &QTcpSocket::connected, this, [&] {
            browser.write("GET " + path.toLatin1() + '?' + query.toLatin1() +
                          " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        });
        connect(&browser, &QTcpSocket::readyRead, this, [&] { page += browser.readAll(); });
        [&browser] { QTRY_COMPARE(browser.state(), QAbstractSocket::UnconnectedState); }();
        return page;
    }

    QString rightAnswer() const { return u"code=c0de&state="_s + asked(u"state"_s); }

private slots:
    void init()
    {
        m_provider = std::make_unique<FakeIssuer>();
        m_opened.clear();
        m_answers.clear();
        m_hasBrowser = true;
        const auto open = [this](const QUrl &url) {
            m_opened.append(url);
            return m_hasBrowser;
        };
        m_signIn = std::make_unique<IssuerSignIn>(m_random, open);
    }

    void theChallengeIsThatOfTheStandard()
    {
        // RFC 7636, appendix B.
        QCOMPARE(Pkce::of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge,
                 "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        const Pkce made = Pkce::make(m_random);
        QCOMPARE(made.verifier.size(), 43);
        QVERIFY(made.verifier != Pkce::make(m_random).verifier);
    }

    void theBrowserIsAskedAsANativeAppShould()
    {
        startAndOpen();
        QCOMPARE(m_opened.first().path(), u"/authorize"_s);
        QCOMPARE(asked(u"tenant"_s), u"a b"_s); // The issuer's own parameter stays.
        QCOMPARE(asked(u"response_type"_s), u"code"_s);
        QCOMPARE(asked(u"client_id"_s), u"tradepost"_s);
        QCOMPARE(asked(u"audience"_s), u"https://shop.example/api"_s);
        QCOMPARE(asked(u"code_challenge_method"_s), u"S256"_s);
        QVERIFY(asked(u"scope"_s).split(u' ').contains(u"openid"_s));
        QVERIFY(asked(u"redirect_uri"_s).startsWith(u"http://127.0.0.1:"_s));
        for (const QString &name : {u"state"_s, u"nonce"_s, u"code_challenge"_s})
            QCOMPARE(asked(name).size(), 43);
    }

    void theCodeIsRedeemedWithItsVerifier()
    {
        startAndOpen();
        const QByteArray page = comeBack(rightAnswer());
        QVERIFY(page.startsWith("HTTP/1.1 200"));
        QVERIFY(page.contains("close this window"));
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        QCOMPARE(m_answers.first()->tokens.access, jwtWith("{}"));
        QCOMPARE(m_answers.first()->tokens.refresh, u"refresh-1"_s);
        QCOMPARE(m_answers.first()->tokens.goodForS, 300);
        QCOMPARE(m_answers.first()->issuer.tokenUrl, issuer() + u"/token"_s);

        const auto &request = m_provider->server.requests().last();
        QCOMPARE(request.header("Content-Type"), "application/x-www-form-urlencoded");
        const QUrlQuery form(QString::fromLatin1(request.body));
        QCOMPARE(form.queryItemValue(u"code"_s), u"c0de"_s);
        QCOMPARE(form.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded),
                 asked(u"redirect_uri"_s));
        QCOMPARE(Pkce::of(form.queryItemValue(u"code_verifier"_s).toLatin1()).challenge,
                 asked(u"code_challenge"_s).toLatin1());
    }

    void anOpaqueAccessTokenIsNotForUs()
    {
        m_provider->accessToken = "opaque";
        startAndOpen();
        comeBack(rightAnswer());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        QVERIFY(m_answers.first()->tokens.access.startsWith("eyJ"));
    }

    void whoBringsAnotherStateIsSentAway()
    {
        startAndOpen();
        QVERIFY(comeBack(u"code=stolen&state=guessed"_s).startsWith("HTTP/1.1 400"));
        QVERIFY(comeBack(rightAnswer(), u"/favicon.ico"_s).startsWith("HTTP/1.1 400"));
        QVERIFY(m_answers.isEmpty());
        comeBack(rightAnswer()); // The right one is still let in ...
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        QVERIFY(comeBack(rightAnswer()).isEmpty()); // ... and nobody after it.
    }

    void aNoIsANo()
    {
        startAndOpen();
        const QByteArray page = comeBack(u"error=access_denied&state="_s + asked(u"state"_s));
        QVERIFY(page.contains("not signed in"));
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(m_provider->server.countOf(u"/token"_s), 0);
    }

    void anAnswerOfAnotherIssuerIsRefused()
    {
        startAndOpen();
        comeBack(rightAnswer() + u"&iss=https%3A%2F%2Fevil.example"_s);
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(!m_answers.first());
        QCOMPARE(m_provider->server.countOf(u"/token"_s), 0);
    }

    void anIdTokenForAnotherQuestionIsRefused()
    {
        startAndOpen();
        m_provider->nonce = "another";
        comeBack(rightAnswer());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Internal);
    }

    void aCodeThatIsRefusedIsANo()
    {
        m_provider->server.answer(u"/token"_s, {400, json("{'error':'invalid_grant'}")});
        startAndOpen();
        comeBack(rightAnswer());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::InvalidCredentials);
    }

    void aDiscoveryThatIsNotWhatItShouldBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("another issuer")
            << json("{'issuer':'https://evil.example','authorization_endpoint':'https://a',"
                    "'token_endpoint':'https://t'}");
        QTest::newRow("no S256") << QByteArray("@,'code_challenge_methods_supported':['plain']");
        QTest::newRow("not JSON") << QByteArray("<html>");
        QTest::newRow("incomplete") << json("{'issuer':'x'}");
    }

    void aDiscoveryThatIsNotWhatItShouldBeIsRefused()
    {
        QFETCH(QByteArray, body);
        const QByteArray sent = body.startsWith('@') ? m_provider->discovery(body.sliced(1)) : body;
        m_provider->server.answer(u"/.well-known/openid-configuration"_s, {200, sent});
        start(offer());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Internal);
        QVERIFY(m_opened.isEmpty());
    }

    void plainHttpIsForThisComputerAlone()
    {
        tp::ui::IssuerOffer where = offer();
        where.issuer = u"http://id.example"_s;
        start(where);
        QVERIFY(m_answers.isEmpty()); // Not before it has returned.
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Internal);
        const QByteArray base = m_provider->base();
        m_provider->server.answer(
            u"/.well-known/openid-configuration"_s,
            {200, json("{'issuer':'" + base +
                       "','authorization_endpoint':'http://id.example/a','token_endpoint':'" +
                       base + "/token'}")});
        start(offer());
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(m_opened.isEmpty());
    }

    void anIssuerThatIsAwayIsUnavailable()
    {
        const auto where = offer();
        m_provider->server.stop();
        start(where);
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unavailable);
    }

    void withoutABrowserItEnds()
    {
        m_hasBrowser = false;
        start(offer());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Internal);
    }

    void nobodyIsWaitedForForEver()
    {
        m_signIn = std::make_unique<IssuerSignIn>(
            m_random,
            [this](const QUrl &url) {
                m_opened.append(url);
                return true;
            },
            100);
        start(offer());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::RequestTimeout);
    }

    void whatIsGivenUpIsOver()
    {
        startAndOpen();
        m_signIn->cancel();
        m_signIn->openAgain();
        QCOMPARE(m_opened.size(), 1);
        QVERIFY(comeBack(rightAnswer()).isEmpty());
        QVERIFY(m_answers.isEmpty());
    }

    void theBrowserCanBeOpenedAgain()
    {
        startAndOpen();
        m_signIn->openAgain();
        QCOMPARE(m_opened.size(), 2);
        QCOMPARE(m_opened.first(), m_opened.last());
    }

    void renewingKeepsARefreshTokenThatStays()
    {
        m_provider->server.answer(u"/token"_s, {200, json("{'access_token':'" + jwtWith("{}") +
                                                          "','token_type':'Bearer'}")});
        QList<tp::Result<Tokens>> renewed;
        m_signIn->renew({issuer() + u"/token"_s, u"tradepost"_s, u"shop"_s}, u"refresh-1"_s, this,
                        [&renewed](const tp::Result<Tokens> &answer) { renewed.append(answer); });
        QTRY_COMPARE(renewed.size(), 1);
        QVERIFY(renewed.first());
        QCOMPARE(renewed.first()->refresh, u"refresh-1"_s);
        QVERIFY(renewed.first()->goodForS > 0);
        const QUrlQuery form(QString::fromLatin1(m_provider->server.requests().last().body));
        QCOMPARE(form.queryItemValue(u"grant_type"_s), u"refresh_token"_s);
    }
};

TP_TEST(TestIssuerSignIn)

#include "tst_issuersignin.moc"
