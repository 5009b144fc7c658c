// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"
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
        client.setToken("secret");
        client.get({u"/a"_s, QUrlQuery(u"q=1%2B1"_s)}, this, collect());
        QVERIFY(m_answers.isEmpty());
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first());
        QCOMPARE(server.requests().first().query.toString(QUrl::FullyEncoded), u"q=1%2B1"_s);
        QVERIFY(server.requests().first().head.contains("Authorization: Bearer secret"));
        QVERIFY(server.requests().first().head.contains("Accept: application/json"));
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
