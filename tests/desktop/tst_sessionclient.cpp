// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"
#include "app/session/issuersignin.h"
#include "app/session/nosecrets.h"
#include "app/session/sessionclient.h"
#include "app/session/tillclient.h"
#include "tests/desktop/fakeauth.h"
#include "tests/desktop/fakesecrets.h"
#include "tests/desktop/jsontext.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using namespace tp::session;
using tp::Error;
using tp::ErrorCode;
using tp::ui::KeptIn;
using tp::ui::SignedInUser;
using UserResult = tp::Result<SignedInUser>;

namespace {

constexpr auto SecretName = "sign-in at the shop";

/// The client and all that it works with; the server outlives it, as over a restart.
struct SessionBench
{
    SessionBench(TinyServer &server, FakeSecrets &secrets, const QString &folder)
        : till(http, secrets, u"the shop"_s, SecretFile(folder + u"/till.secret"_s))
        , elsewhere(random, [](const QUrl &) { return true; })
        , client({http, tokens, secrets, till, elsewhere}, u"the shop"_s, u"Tradepost, test"_s)
    {
        http.setServer(server.url());
        http.setTokens(&tokens);
    }

    SeededRandom random{3};
    SessionTokens tokens;
    tp::api::HttpClient http;
    TillClient till;
    IssuerSignIn elsewhere;
    SessionClient client;
};

} // namespace

class TestSessionClient final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<TinyServer> m_server;
    std::unique_ptr<FakeAuth> m_auth;
    FakeSecrets m_secrets;
    std::unique_ptr<SessionBench> m_bench;
    QList<UserResult> m_answers;

    tp::ui::SessionPort::Reply collect()
    {
        return [this](const UserResult &answer) { m_answers.append(answer); };
    }

    void start()
    {
        m_bench.reset();
        m_bench = std::make_unique<SessionBench>(*m_server, m_secrets, m_folder.path());
    }

    void signIn()
    {
        const auto before = m_answers.size();
        m_bench->client.signIn({u"maya@shop.example"_s, u"correct horse"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), before + 1);
    }

    QByteArray lastBody(const QString &path) const
    {
        QByteArray body;
        for (const TinyServer::Request &request : m_server->requests()) {
            if (request.path == path)
                body = request.body;
        }
        return body;
    }

private slots:
    void init()
    {
        m_bench.reset();
        m_server = std::make_unique<TinyServer>();
        m_auth = std::make_unique<FakeAuth>(*m_server);
        m_secrets = {};
        m_answers.clear();
        start();
    }

    void cleanupTestCase() { m_bench.reset(); }

    void aSignInSaysWhoAndWhatTheyMay()
    {
        signIn();
        QVERIFY(m_answers.first());
        const SignedInUser user = m_answers.first().value();
        QCOMPARE(user.name, u"Maya Lindqvist"_s);
        QCOMPARE(user.email, u"maya@shop.example"_s);
        QVERIFY(user.may(tp::Permission::OrdersCreate));
        QVERIFY(!user.may(tp::Permission::UsersManage));
        QVERIFY(hasRole(user.roles, tp::Role::Cashier));
        QCOMPARE(m_bench->tokens.token(), m_auth->accessToken());
        const QByteArray body = lastBody(u"/api/auth/login"_s);
        QVERIFY(body.contains(R"("device":"Tradepost, test")"));
        QVERIFY(!body.contains("totp"));
    }

    void aCodeIsSentWhenThereIsOne()
    {
        m_bench->client.signIn({u"a@b.c"_s, u"x"_s, u"123456"_s}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(lastBody(u"/api/auth/login"_s).contains(R"("totp":"123456")"));
    }

    void aRefusalIsHandedOn()
    {
        m_server->answer(u"/api/auth/login"_s, FakeAuth::refusal(401, "invalid_credentials"));
        signIn();
        QCOMPARE(m_answers.first().error().code, ErrorCode::InvalidCredentials);
        QVERIFY(!m_bench->tokens.isThere());
        QVERIFY(m_secrets.kept.isEmpty());
    }

    void whatIsKeptIsTheRefreshTokenAlone()
    {
        const QSignalSpy kept(&m_bench->client, &SessionClient::keptChanged);
        signIn();
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.first().first().value<KeptIn>(), KeptIn::Keychain);
        const QByteArray secret = m_secrets.kept.value(QString::fromLatin1(SecretName));
        QVERIFY(secret.contains(m_auth->refreshToken()));
        QVERIFY(!secret.contains(m_auth->accessToken()));
    }

    void withoutAKeyringItIsForThisRun()
    {
        m_secrets.isMissing = true;
        const QSignalSpy kept(&m_bench->client, &SessionClient::keptChanged);
        signIn();
        QVERIFY(m_answers.first());
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.first().first().value<KeptIn>(), KeptIn::Nowhere);
    }

    void aSecondWindowKeepsNothingAndSaysNothing()
    {
        NoSecrets none;
        SessionClient second(
            {m_bench->http, m_bench->tokens, none, m_bench->till, m_bench->elsewhere},
            u"the shop"_s, u"test"_s);
        const QSignalSpy kept(&second, &SessionClient::keptChanged);
        second.resume(this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::NotFound);
        second.signIn({u"maya@shop.example"_s, u"correct horse"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(m_answers.last());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(kept.size(), 0);
    }

    void theNextRunGoesOn()
    {
        signIn();
        const QByteArray before = m_auth->refreshToken();
        start();
        m_bench->client.resume(this, collect());
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(m_answers.last());
        QCOMPARE(m_answers.last()->name, u"Maya Lindqvist"_s);
        QVERIFY(m_answers.last()->may(tp::Permission::OrdersCreate));
        QVERIFY(m_auth->refreshToken() != before);
        // What is kept now is the new one: the old one is used up.
        QVERIFY(
            m_secrets.kept.value(QString::fromLatin1(SecretName)).contains(m_auth->refreshToken()));
    }

    void nothingKeptIsNotFound()
    {
        m_bench->client.resume(this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::NotFound);
        QVERIFY(m_server->requests().isEmpty());
    }

    void nonsenseKeptIsNotFound()
    {
        m_secrets.kept.insert(QString::fromLatin1(SecretName), "{nonsense");
        m_bench->client.resume(this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::NotFound);
    }

    void anEndedSignInIsForgotten()
    {
        signIn();
        m_auth->endAll();
        start();
        m_bench->client.resume(this, collect());
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(m_answers.last().error().code, ErrorCode::Unauthorized);
        QVERIFY(m_secrets.kept.isEmpty());
        QVERIFY(!m_bench->tokens.isThere());
    }

    void withoutAServerWhatIsKeptStays()
    {
        signIn();
        start();
        m_server->stop();
        m_bench->client.resume(this, collect());
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(m_answers.last().error().code, ErrorCode::Unavailable);
        QVERIFY(!m_secrets.kept.isEmpty());
    }

    void theOneBeforeIsSignedOutOnceTheNewOneStands()
    {
        signIn();
        const QByteArray first = m_auth->accessToken();
        m_server->answer(u"/api/auth/login"_s, FakeAuth::refusal(401, "invalid_credentials"));
        signIn();
        QCOMPARE(m_server->countOf(u"/api/auth/logout"_s), 0);
        QCOMPARE(m_bench->tokens.token(), first); // A wrong password costs nothing.

        m_server->answer(u"/api/auth/login"_s,
                         [this](const TinyServer::Request &) { return m_auth->session(); });
        signIn();
        QTRY_COMPARE(m_server->countOf(u"/api/auth/logout"_s), 1);
        QCOMPARE(m_server->requests().last().header("Authorization"), "Bearer " + first);
        QCOMPARE(m_bench->tokens.token(), m_auth->accessToken());
    }

    void signingOutForgetsAtOnceAndTellsTheServer()
    {
        signIn();
        const QByteArray token = m_auth->accessToken();
        m_bench->client.signOut();
        QVERIFY(!m_bench->tokens.isThere());
        QVERIFY(m_secrets.kept.isEmpty());
        QTRY_COMPARE(m_server->countOf(u"/api/auth/logout"_s), 1);
        QCOMPARE(m_server->requests().last().header("Authorization"), "Bearer " + token);
        m_bench->client.signOut();
        QCOMPARE(m_server->countOf(u"/api/auth/logout"_s), 1);
    }

    void twoQuestionsWithAnOldTokenRenewItOnce()
    {
        signIn();
        m_server->answer(u"/api/a"_s, [this](const TinyServer::Request &request) {
            return request.header("Authorization") == "Bearer " + m_auth->accessToken() &&
                           m_server->countOf(u"/api/auth/refresh"_s) > 0
                       ? TinyServer::Answer{200, "{}"}
                       : FakeAuth::refusal(401, "unauthorized");
        });
        int answers = 0;
        for (int question = 0; question < 5; ++question) {
            m_bench->http.get({u"/api/a"_s, {}}, this, [&answers](const auto &answer) {
                QVERIFY(answer);
                ++answers;
            });
        }
        QTRY_COMPARE(answers, 5);
        QCOMPARE(m_server->countOf(u"/api/auth/refresh"_s), 1);
    }

    void aRefusedRenewalIsTold()
    {
        signIn();
        const QSignalSpy ended(&m_bench->client, &SessionClient::ended);
        m_auth->endAll();
        bool isAnswered = false;
        m_bench->http.get({u"/api/auth/validate"_s, {}}, this, [&isAnswered](const auto &answer) {
            QCOMPARE(answer.error().code, ErrorCode::Unauthorized);
            isAnswered = true;
        });
        QTRY_VERIFY(isAnswered);
        QCOMPARE(ended.size(), 1);
        QVERIFY(m_secrets.kept.isEmpty());
    }

    void whoMustEnrolIsSaidToBe()
    {
        m_auth->mustEnrol = true;
        signIn();
        QVERIFY(m_answers.first());
        QVERIFY(m_answers.first()->mustEnrol);
        QVERIFY(m_answers.first()->permissions.none());
    }

    void aSecondFactorIsSetUp()
    {
        m_auth->mustEnrol = true;
        signIn();
        m_server->answer(u"/api/auth/totp"_s,
                         {200, json("{'secret':'JBSWY3DP','otpauth_url':'otpauth:x'}")});
        m_server->answer(u"/api/auth/totp/confirm"_s,
                         {200, json("{'recovery_codes':['AB','CD']}")});
        QString secret;
        m_bench->client.enrol(this, [&secret](const auto &answer) { secret = answer.value(); });
        QTRY_COMPARE(secret, u"JBSWY3DP"_s);
        QCOMPARE(m_server->requests().last().header("Authorization"),
                 "Bearer " + m_auth->accessToken());
        QStringList codes;
        m_bench->client.confirmEnrolment(u"123456"_s, this,
                                         [&codes](const auto &answer) { codes = answer.value(); });
        QTRY_COMPARE(codes, (QStringList{u"AB"_s, u"CD"_s}));
        QVERIFY(m_server->requests().last().body.contains(R"("code":"123456")"));

        m_auth->mustEnrol = false;
        m_bench->client.askAnew(this, collect());
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(m_answers.last());
        QVERIFY(m_answers.last()->may(tp::Permission::OrdersCreate));
        QCOMPARE(m_bench->tokens.token(), m_auth->accessToken());
        QCOMPARE(m_server->countOf(u"/api/auth/logout"_s), 0);
    }

    void theShopIsSetUp()
    {
        m_bench->client.setUp({.code = u"ABCD-EFGH"_s,
                               .shopName = u"The corner"_s,
                               .currency = u"USD"_s,
                               .ownerName = u"Mia"_s,
                               .email = u"mia@corner.example"_s,
                               .password = u"a long enough one"_s},
                              this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        const QByteArray body = lastBody(u"/api/setup"_s);
        for (const char *member :
             {R"("code":"ABCD-EFGH")", R"("full_name":"Mia")", R"("name":"The corner")",
              R"("currency":"USD")", R"("email":"mia@corner.example")"})
            QVERIFY2(body.contains(member), body.constData());
    }

    void aPinGoesWithTheTillsSecret()
    {
        m_secrets.kept.insert(u"till of the shop"_s,
                              R"({"till_id":"01900000-0000-7000-8000-000000000001",)"
                              R"("register_id":"01900000-0000-7000-8000-000000000002","code":"T1",)"
                              R"("secret":"s3cret","series":"T1","next_number":1})");
        bool isKnown = false;
        m_bench->till.load(this, [&isKnown](const auto &till) { isKnown = till.has_value(); });
        QTRY_VERIFY(isKnown);
        const tp::UserId maya(*tp::Uuid::parse(QString::fromLatin1(FakeAuth::UserId)));
        m_bench->client.signInWithPin(maya, u"2580"_s, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        const auto &request = m_server->requests().first();
        QCOMPARE(request.header("X-Till-Secret"), "s3cret");
        QVERIFY(request.body.contains(R"("pin":"2580")"));
        QVERIFY(request.body.contains(R"("register_id":"01900000-0000-7000-8000-000000000002")"));
    }

    void onlyIssuersThatKnowUsAreOffered()
    {
        m_server->answer(u"/api/auth/issuers"_s,
                         {200, R"({"items":[{"issuer":"https://a.example","client_id":"c",)"
                               R"("audience":"shop","name":"A"},{"issuer":"https://b.example",)"
                               R"("client_id":"","audience":"shop","name":"B"}]})"});
        QList<tp::ui::IssuerOffer> offers;
        m_bench->client.loadIssuers(this, [&offers](const auto &answer) {
            QVERIFY(answer);
            offers = answer.value();
        });
        QTRY_COMPARE(offers.size(), 1);
        QCOMPARE(offers.first().name, u"A"_s);
    }

    void theDeadAreNotTold()
    {
        auto context = std::make_unique<QObject>();
        m_bench->client.signIn({u"a@b.c"_s, u"x"_s, {}}, context.get(), collect());
        context.reset();
        signIn();
        QCOMPARE(m_answers.size(), 1);
    }
};

TP_TEST(TestSessionClient)

#include "tst_sessionclient.moc"
