// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/rawclient.h"
#include "tests/http/runningserver.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using tp::test::Answer;
using tp::test::RawClient;
using tp::test::RunningServer;

/// What a well-behaved client meets on one connection.
class TestConnection final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_server = std::make_unique<RunningServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void aRequestIsAnswered()
    {
        RawClient client(m_server->port());
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        const Answer answer = client.lastAnswer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("hello"));
        QVERIFY(client.received().startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.fields.value("date").endsWith(" GMT"));
        QVERIFY(!answer.fields.contains("connection"));
        QVERIFY(!client.isClosed());
    }

    void aConnectionServesOneRequestAfterTheOther()
    {
        RawClient client(m_server->port());
        for (int i = 1; i <= 20; ++i) {
            client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n" +
                        QByteArray::number(10 + i));
            QVERIFY(client.waitForAnswers(i));
            QCOMPARE(client.lastAnswer().body, QByteArray::number(10 + i));
        }
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(m_server->port());
        QByteArray requests;
        for (int i = 0; i < 200; ++i) {
            // Every third is answered by another thread, every fourth has a chunked body.
            const QByteArray number = QByteArray::number(1000 + i);
            if (i % 3 == 0)
                requests += "GET /thread HTTP/1.1\r\nHost: a\r\n\r\n";
            else if (i % 4 == 0)
                requests += "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            "4\r\n" +
                            number + "\r\n0\r\n\r\n";
            else
                requests += "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n" + number;
        }
        client.send(requests);
        QVERIFY(client.waitForAnswers(200));
        const auto answers = client.answers();
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(answers.at(i).status, 200);
            QCOMPARE(answers.at(i).body,
                     i % 3 == 0 ? QByteArray("thread") : QByteArray::number(1000 + i));
        }
    }

    void theNextRequestWaitsForTheAnswerToTheFirst()
    {
        RawClient client(m_server->port());
        const int before = m_server->application().handled.load();
        client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(m_server->application().keptCount(), 1);
        QVERIFY(!client.waitUntil([&] { return !client.received().isEmpty(); }, 50));
        QCOMPARE(m_server->application().handled.load(), before + 1);
        m_server->application().answerKept("first");
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.answers().first().body, QByteArray("first"));
        QCOMPARE(client.answers().last().body, QByteArray("hello"));
    }

    void aRequestMayArriveByteByByte()
    {
        RawClient client(m_server->port());
        const QByteArray request = "\r\nPOST /echo?a=b HTTP/1.1\r\nHost: a\r\n"
                                   "Transfer-Encoding: chunked\r\n\r\n"
                                   "5;name=value\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: x\r\n\r\n";
        QTRY_VERIFY(m_server->server().connectionsOpen() > 0);
        for (const char byte : request)
            client.send(QByteArray(1, byte));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().body, QByteArray("hello!"));
    }

    void aHeadRequestGetsTheHeadAlone()
    {
        RawClient client(m_server->port());
        client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1, true));
        QVERIFY(client.received().endsWith("\r\n\r\n"));
        QCOMPARE(client.answers(true).first().fields.value("content-length"), QByteArray("5"));
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitUntil([&] { return client.received().endsWith("\r\n\r\nhello"); }));
    }

    void anAnswerWithoutABodyHasNoLength()
    {
        RawClient client(m_server->port());
        client.send("GET /empty HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.answers().first().status, 204);
        QVERIFY(!client.answers().first().fields.contains("content-length"));
        QCOMPARE(client.answers().last().body, QByteArray("hello"));
    }

    void closeIsHonoured_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("asked for") << QByteArray(
            "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Close\r\n\r\n");
        QTest::newRow("the answer's") << QByteArray("GET /close HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::newRow("1.0") << QByteArray("GET /hello HTTP/1.0\r\n\r\n");
        QTest::newRow("1.0 keep-alive")
            << QByteArray("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    }
    void closeIsHonoured()
    {
        QFETCH(QByteArray, request);
        RawClient client(m_server->port());
        client.send(request + "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), 1);
        QCOMPARE(client.lastAnswer().status, 200);
        QCOMPARE(client.lastAnswer().fields.value("connection"), QByteArray("close"));
    }

    void absoluteFormIsTaken()
    {
        RawClient client(m_server->port());
        client.send("GET http://shop.example:80/query?a=b HTTP/1.1\r\n"
                    "Host: Shop.Example:80\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().body, QByteArray("a=b"));
    }

    void theApplicationLearnsWhoAsks()
    {
        RawClient client(m_server->port());
        client.send("GET /whoami HTTP/1.1\r\nHost: [::1]:80\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().body, QByteArray("127.0.0.1 plain"));
    }

    void aClientThatShutsDownItsSideIsStillAnswered()
    {
        RawClient client(m_server->port());
        client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        client.shutDownSending();
        QTRY_COMPARE(m_server->application().keptCount(), 1);
        QVERIFY(!client.waitUntil([&] { return client.isClosed(); }, 50));
        m_server->application().answerKept("late");
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), 2);
        QCOMPARE(client.answers().first().body, QByteArray("late"));
        QCOMPARE(client.answers().last().body, QByteArray("hello"));
    }

    void halfARequestIsAnswered400WhenTheClientEndsIt()
    {
        RawClient client(m_server->port());
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
        client.shutDownSending();
        QVERIFY(client.waitForClose());
        QCOMPARE(client.lastAnswer().status, 400);
    }

    void aLargeAnswerArrivesWhole()
    {
        RawClient client(m_server->port());
        client.send(QByteArray("GET /big HTTP/1.1\r\nHost: a\r\n\r\n").repeated(20));
        QVERIFY(client.waitForAnswers(20));
        for (const Answer &answer : client.answers())
            QCOMPARE(answer.body.size(), 1024 * 1024);
    }

    void aLargeBodyArrivesWhole()
    {
        RawClient client(m_server->port());
        QByteArray body(1024 * 1024, 'a');
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = char('a' + i % 26);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n" + body);
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 200);
        QVERIFY(client.lastAnswer().body == body);
    }

    void aFieldThatBreaksTheFormIsLeftOut()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("X-Evil")));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("Date")));
        RawClient client(m_server->port());
        client.send("GET /evil HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().fields.value("x-good"), QByteArray("1"));
        QVERIFY(!client.received().contains("X-Injected"));
        QCOMPARE(client.received().count("Date:"), 1);
    }

    void aBrokenHandlerIs500AndTheServerLives_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("log");
        QTest::addColumn<bool>("closes");
        QTest::newRow("throws") << QByteArray("/throw") << QStringLiteral("thrown on purpose")
                                << false;
        QTest::newRow("drops") << QByteArray("/drop") << QStringLiteral("dropped") << false;
        QTest::newRow("throws before the body")
            << QByteArray("/head-throw") << QStringLiteral("thrown on purpose") << true;
    }
    void aBrokenHandlerIs500AndTheServerLives()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, log);
        QFETCH(bool, closes);
        QTest::ignoreMessage(QtCriticalMsg,
                             QRegularExpression(QStringLiteral("request_id=\"?fake-id.*") + log));
        RawClient client(m_server->port());
        client.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 500);
        QCOMPARE(client.lastAnswer().fields.value("x-request-id"), QByteArray("fake-id"));
        if (closes) {
            QVERIFY(client.waitForClose());
            return;
        }
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.lastAnswer().status, 200);
    }

    void anExceptionAfterTheAnswerIsOnlyLogged()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("after its answer")));
        RawClient client(m_server->port());
        client.send("GET /throw-after HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 200);
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(2));
    }

    void aResponderDroppedElsewhereIs500()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("dropped")));
        RawClient client(m_server->port());
        client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(m_server->application().keptCount(), 1);
        m_server->application().dropKept();
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 500);
    }

    void anAnswerForAClientThatHasGoneIsForgotten()
    {
        {
            RawClient client(m_server->port());
            client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
            QTRY_COMPARE(m_server->application().keptCount(), 1);
            client.abort();
        }
        m_server->application().answerKept("nobody hears");
        QTRY_COMPARE(m_server->server().connectionsOpen(), 0);
        RawClient client(m_server->port());
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
    }

    void allIoThreadsServe()
    {
        for (int i = 0; i < 4; ++i) {
            RawClient client(m_server->port());
            client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
            QVERIFY(client.waitForAnswers(1));
        }
        QCOMPARE(m_server->application().threadsSeen(), (std::set<int>{0, 1}));
        QCOMPARE(m_server->application().threadsRunning.load(), 2);
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

TP_TEST(TestConnection)
#include "tst_connection.moc"
