// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"
#include "app/api/tokensource.h"
#include "tests/desktop/tinyserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::api::HttpClient;
using tp::test::TinyServer;
using Manner = TinyServer::Answer::Manner;
using JsonResult = tp::Result<tp::contract::JsonValue>;

namespace {

/// Renews to whatever a test has put next, one turn of the event loop later.
class FakeTokens final : public tp::api::TokenSource
{
public:
    QByteArray current = "held-by-maya";
    QList<tp::Result<QByteArray>> next;
    QList<QByteArray> refused;

    QByteArray token() const override { return current; }
    void renew(const QByteArray &old, QObject *context, Renewed reply) override
    {
        refused.append(old);
        QMetaObject::invokeMethod(
            context,
            [this, reply = std::move(reply)] {
                const auto result =
                    next.isEmpty() ? tp::Result<QByteArray>(current) : next.takeFirst();
                if (result)
                    current = result.value();
                reply(result ? tp::Result<void>() : result.error());
            },
            Qt::QueuedConnection);
    }
};

TinyServer::Handler onlyFor(const QByteArray &token)
{
    return [token](const TinyServer::Request &request) -> TinyServer::Answer {
        if (request.header("Authorization") == "Bearer " + token)
            return {200, "{}"};
        return {401, "{}"};
    };
}

} // namespace

class TestHttpClient final : public QObject
{
    Q_OBJECT

    QList<JsonResult> m_answers;

    HttpClient::Reply collect()
    {
        return [this](const JsonResult &answer) { m_answers.append(answer); };
    }

private slots:
    void init() { m_answers.clear(); }

    void aQuestionGetsItsAnswerOnceAndLater()
    {
        TinyServer server;
        server.answer(u"/a"_s, {200, R"({"x": "y"})"});
        HttpClient client;
        client.setServer(server.url());
        FakeTokens tokens;
        client.setTokens(&tokens);
        client.get({u"/a"_s, QUrlQuery(u"q=1%2B1"_s)}, this, collect());
        QVERIFY(m_answers.isEmpty());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        QCOMPARE(server.requests().first().query.toString(QUrl::FullyEncoded), u"q=1%2B1"_s);
        QVERIFY(server.requests().first().head.contains("Authorization: Bearer held-by-maya"));
        QVERIFY(server.requests().first().head.contains("Accept: application/json"));
    }

    void whatIsPostedArrives()
    {
        TinyServer server;
        server.answer(u"/a"_s, {201, "{}"});
        HttpClient client;
        client.setServer(server.url());
        tp::api::HttpQuestion question{u"/a"_s, {}};
        question.headers = {{"X-Till-Secret", "s3cret"}};
        client.post(question, {R"({"x":1})"}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        const auto &request = server.requests().first();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.body, R"({"x":1})");
        QCOMPARE(request.header("Content-Type"), "application/json");
        QCOMPARE(request.header("X-Till-Secret"), "s3cret");
        QVERIFY(request.header("Authorization").isEmpty());
    }

    void aRefusedTokenIsRenewedAndTheQuestionAskedAgain()
    {
        TinyServer server;
        server.answer(u"/a"_s, onlyFor("fresh"));
        HttpClient client;
        client.setServer(server.url());
        FakeTokens tokens;
        tokens.next = {QByteArray("fresh")};
        client.setTokens(&tokens);
        client.post({u"/a"_s, {}}, {"body"}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        QCOMPARE(tokens.refused, QList<QByteArray>{"held-by-maya"});
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().last().body, "body");
    }

    void aTokenThatIsRefusedTwiceIsNotTriedForEver()
    {
        TinyServer server;
        server.answer(u"/a"_s, onlyFor("another"));
        HttpClient client;
        client.setServer(server.url());
        FakeTokens tokens;
        tokens.next = {QByteArray("fresh")};
        client.setTokens(&tokens);
        client.get({u"/a"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unauthorized);
        QCOMPARE(server.requests().size(), 2);
    }

    void aRenewalThatFailsIsTheAnswer_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("the sign-in is over") << ErrorCode::Unauthorized;
        QTest::newRow("nobody knows") << ErrorCode::Unavailable;
    }

    void aRenewalThatFailsIsTheAnswer()
    {
        QFETCH(ErrorCode, code);
        TinyServer server;
        server.answer(u"/a"_s, onlyFor("fresh"));
        HttpClient client;
        client.setServer(server.url());
        FakeTokens tokens;
        tokens.next = {tp::Error{code, {}, {}}};
        client.setTokens(&tokens);
        client.get({u"/a"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, code);
        QCOMPARE(server.requests().size(), 1);
    }

    void aQuestionOfNobodyHasNoToken()
    {
        TinyServer server;
        server.answer(u"/a"_s, {401, "{}"});
        HttpClient client;
        client.setServer(server.url());
        FakeTokens tokens;
        client.setTokens(&tokens);
        tp::api::HttpQuestion question{u"/a"_s, {}};
        question.as = tp::api::HttpQuestion::As::Nobody;
        client.get(question, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(server.requests().first().header("Authorization").isEmpty());
        QVERIFY(tokens.refused.isEmpty()); // Nor is a token renewed for it.
    }

    void whenToComeBackIsHeard_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");
        QTest::newRow("seconds") << QByteArray("Retry-After: 17\r\n") << 17;
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("a date") << QByteArray("Retry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n")
                                << 0;
        QTest::newRow("nonsense") << QByteArray("Retry-After: -5\r\n") << 0;
    }

    void whenToComeBackIsHeard()
    {
        QFETCH(QByteArray, header);
        TinyServer server;
        server.answer(u"/a"_s, {429, "{}", "application/json", Manner::Whole, header});
        HttpClient client;
        client.setServer(server.url());
        client.get({u"/a"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::TooManyRequests);
        QTEST(m_answers.first().error().retryAfterS, "seconds");
    }

    void withoutAServerNothingIsAvailable()
    {
        HttpClient client;
        client.get({u"/a"_s, {}}, this, collect());
        QVERIFY(m_answers.isEmpty());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unavailable);
    }

    void troubleOnTheWireIsUnavailable_data()
    {
        QTest::addColumn<Manner>("manner");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("silence") << Manner::Silent << QByteArray();
        QTest::newRow("cut short") << Manner::CutShort << QByteArray(R"({"x": "0123456789"})");
        QTest::newRow("not HTTP") << Manner::Raw << QByteArray("220 mail.example ESMTP\r\n\r\n");
        QTest::newRow("nothing") << Manner::Raw << QByteArray();
    }

    void troubleOnTheWireIsUnavailable()
    {
        QFETCH(Manner, manner);
        QFETCH(QByteArray, body);
        TinyServer server;
        server.answer(u"/a"_s, {200, body, "application/json", manner});
        HttpClient client;
        client.setServer(server.url());
        const QSignalSpy noAnswer(&client, &HttpClient::noAnswer);
        client.get({u"/a"_s, {}, 300}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unavailable);
        QCOMPARE(noAnswer.size(), 1);
    }

    void nobodyListensIsUnavailable()
    {
        TinyServer server;
        HttpClient client;
        client.setServer(server.url());
        server.stop();
        client.get({u"/a"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unavailable);
    }

    void aRefusalIsAnAnswer()
    {
        TinyServer server;
        HttpClient client;
        client.setServer(server.url());
        const QSignalSpy noAnswer(&client, &HttpClient::noAnswer);
        client.get({u"/nowhere"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::NotFound);
        QCOMPARE(noAnswer.size(), 0);
    }

    void theDeadAreNotTold()
    {
        TinyServer server;
        server.answer(u"/slow"_s, {200, {}, {}, Manner::Silent});
        HttpClient client;
        client.setServer(server.url());
        auto context = std::make_unique<QObject>();
        client.get({u"/slow"_s, {}}, context.get(), collect());
        QTRY_COMPARE(server.requests().size(), 1);
        context.reset();
        QTRY_COMPARE(server.openConnections(), 0); // Nor is the server kept waiting.
        QVERIFY(m_answers.isEmpty());
    }

    void aClientThatDiesTellsNobody()
    {
        TinyServer server;
        server.answer(u"/slow"_s, {200, {}, {}, Manner::Silent});
        auto client = std::make_unique<HttpClient>();
        client->setServer(server.url());
        client->get({u"/slow"_s, {}}, this, collect());
        QTRY_COMPARE(server.requests().size(), 1);
        client.reset();
        QTRY_COMPARE(server.openConnections(), 0);
        QVERIFY(m_answers.isEmpty());
    }

    void whoAskedTheOldServerIsToldAndMayAskTheNewOne()
    {
        TinyServer older;
        TinyServer newer;
        older.answer(u"/a"_s, {200, {}, {}, Manner::Silent});
        newer.answer(u"/a"_s, {200, "{}"});
        HttpClient client;
        client.setServer(older.url());
        const QSignalSpy noAnswer(&client, &HttpClient::noAnswer);
        client.get({u"/a"_s, {}}, this, [this, &client](const JsonResult &answer) {
            m_answers.append(answer);
            client.get({u"/a"_s, {}}, this, collect());
        });
        QTRY_COMPARE(older.requests().size(), 1);
        client.setServer(newer.url());
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unavailable);
        QVERIFY(m_answers.last());
        QCOMPARE(noAnswer.size(), 0); // The old one is nobody's concern any more.
    }

    void anAnswerWithoutBoundsIsCutOff()
    {
        TinyServer server;
        server.answer(u"/a"_s, {200, QByteArray(HttpClient::BodyMax + 1'000'000, ' ')});
        HttpClient client;
        client.setServer(server.url());
        client.get({u"/a"_s, {}}, this, collect());
        QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, 20'000);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Internal);
    }

    void aRedirectIsNotFollowed()
    {
        TinyServer server;
        server.answer(u"/a"_s, {0,
                                "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n",
                                {},
                                Manner::Raw});
        server.answer(u"/b"_s, {200, "{}"});
        HttpClient client;
        client.setServer(server.url());
        client.get({u"/a"_s, {}}, this, collect());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(!m_answers.first());
        QCOMPARE(server.requests().size(), 1);
    }
};

TP_TEST(TestHttpClient)

#include "tst_httpclient.moc"
