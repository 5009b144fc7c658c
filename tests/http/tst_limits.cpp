// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/rawclient.h"
#include "tests/http/runningserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <vector>

using tp::http::ServerLimits;
using tp::test::RawClient;
using tp::test::RunningServer;

namespace {

/// Short enough for a test, long enough for a busy machine.
ServerLimits hastyLimits()
{
    ServerLimits limits;
    limits.headTimeoutMs = 200;
    limits.idleTimeoutMs = 300;
    limits.drainTimeoutMs = 200;
    return limits;
}

const QByteArray Hello = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";

} // namespace

/// What a client may take: time, bytes, connections.
class TestLimits final : public QObject
{
    Q_OBJECT

private slots:
    void theContractsNumbersAreTheDefaults()
    {
        const ServerLimits limits;
        QCOMPARE(limits.connectionsMax, 4096);
        QCOMPARE(limits.requestLineBytesMax, std::size_t(8 * 1024));
        QCOMPARE(limits.headBytesMax, std::size_t(32 * 1024));
        QCOMPARE(limits.headTimeoutMs, 10'000);
        QCOMPARE(limits.idleTimeoutMs, 30'000);
    }

    void aSlowHeadIs408()
    {
        RunningServer server(hastyLimits());
        RawClient client(server.port());
        QElapsedTimer timer;
        timer.start();
        // A byte now and then does not help.
        while (client.received().isEmpty() && timer.elapsed() < 5000) {
            client.send(timer.elapsed() < 20 ? "GET /hello HTTP/1.1\r\n" : "X-A: 1\r\n");
            client.waitUntil([&] { return !client.received().isEmpty(); }, 30);
        }
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 408);
        QVERIFY(timer.elapsed() >= 200);
        QVERIFY(client.waitForClose());
    }

    void aBodyThatStopsIs408()
    {
        RunningServer server(hastyLimits());
        RawClient client(server.port());
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 408);
        QVERIFY(client.waitForClose());
    }

    void aBodyThatTricklesIs408()
    {
        RunningServer server(hastyLimits());
        RawClient client(server.port());
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
        QElapsedTimer timer;
        timer.start();
        while (client.received().isEmpty() && timer.elapsed() < 5000) {
            client.send("x");
            client.waitUntil([&] { return !client.received().isEmpty(); }, 30);
        }
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 408);
        QVERIFY(timer.elapsed() >= 300);
    }

    void anIdleConnectionIsClosedWithoutAWord()
    {
        RunningServer server(hastyLimits());
        RawClient silent(server.port());
        RawClient client(server.port());
        client.send(Hello);
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), 1);
        QVERIFY(silent.waitForClose());
        QVERIFY(silent.received().isEmpty());
        QTRY_COMPARE(server.server().connectionsOpen(), 0);
    }

    void aRequestMayTakeLongerThanIdlenessMay()
    {
        RunningServer server(hastyLimits());
        RawClient client(server.port());
        client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(server.application().keptCount(), 1);
        QVERIFY(!client.waitForClose(700));
        server.application().answerKept("done");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().body, QByteArray("done"));
    }

    void aClientThatDoesNotReadIsDropped()
    {
        RunningServer server(hastyLimits());
        RawClient client(server.port());
        client.stopReading();
        client.send(QByteArray("GET /big HTTP/1.1\r\nHost: a\r\n\r\n").repeated(100));
        QTRY_VERIFY(server.application().handled.load() > 0);
        QTRY_COMPARE(server.server().connectionsOpen(), 0);
        // The output's mark held: most requests were never begun.
        QVERIFY(server.application().handled.load() < 50);
    }

    void aBodyOverTheRoutesLimitIs413BeforeItIsRead()
    {
        RunningServer server;
        RawClient client(server.port());
        client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 413);
        QVERIFY(client.waitForClose());
        RawClient fitting(server.port());
        fitting.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789");
        QVERIFY(fitting.waitForAnswers(1));
        QCOMPARE(fitting.lastAnswer().status, 200);
    }

    void anEarlyRefusalIsReadableWhileTheClientStillSends()
    {
        RunningServer server;
        RawClient client(server.port());
        client.send("POST /head-refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 10485760\r\n\r\n");
        client.send(QByteArray(10 * 1024 * 1024, 'x'));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 403);
        QCOMPARE(client.lastAnswer().body, QByteArray("not you"));
        QVERIFY(client.waitForClose());
        QTRY_COMPARE(server.server().connectionsOpen(), 0);
    }

    void aRefusalOfARequestWithoutABodyKeepsTheConnection()
    {
        RunningServer server;
        RawClient client(server.port());
        client.send("GET /head-refuse HTTP/1.1\r\nHost: a\r\n\r\n" + Hello);
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.answers().first().status, 403);
        QCOMPARE(client.answers().last().status, 200);
    }

    void continueIsSaidOnlyWhenTheBodyIsWanted()
    {
        RunningServer server;
        const QByteArray wanted = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                                  "Expect: 100-continue\r\n\r\n";
        RawClient client(server.port());
        client.send(wanted);
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send("hello");
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.lastAnswer().body, QByteArray("hello"));

        RawClient hasty(server.port());
        hasty.send(wanted + "hello");
        QVERIFY(hasty.waitForAnswers(1));
        QCOMPARE(hasty.answers().first().status, 200);

        RawClient unwanted(server.port());
        unwanted.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n"
                      "Expect: 100-continue\r\n\r\n");
        QVERIFY(unwanted.waitForAnswers(1));
        QCOMPARE(unwanted.answers().first().status, 413);
        QVERIFY(unwanted.waitForClose());
    }

    void oneConnectionOverTheCapIs503()
    {
        ServerLimits limits;
        limits.connectionsMax = 20;
        RunningServer server(limits);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(clients.back()->isOpen());
        }
        QTRY_COMPARE(server.server().connectionsOpen(), 20);
        RawClient surplus(server.port());
        surplus.send(Hello);
        QVERIFY(surplus.waitForAnswers(1));
        QCOMPARE(surplus.lastAnswer().status, 503);
        QVERIFY(surplus.waitForClose());
        QCOMPARE(server.server().connectionsRefused(), quint64(1));
        clients.front()->send(Hello);
        QVERIFY(clients.front()->waitForAnswers(1));

        clients.pop_back();
        QTRY_COMPARE(server.server().connectionsOpen(), 19);
        RawClient next(server.port());
        next.send(Hello);
        QVERIFY(next.waitForAnswers(1));
        QCOMPARE(next.lastAnswer().status, 200);
    }

    void aBusyPortIsNamed()
    {
        RunningServer server;
        tp::test::FakeApplication application;
        tp::http::ServerOptions options;
        options.listenAddresses = {{QHostAddress(QHostAddress::LocalHost), 0},
                                   {QHostAddress(QHostAddress::LocalHost), server.port()}};
        tp::http::Server second(application, options);
        const auto urls = second.start();
        QVERIFY(!urls);
        QCOMPARE(urls.error().code, tp::ErrorCode::Unavailable);
        QVERIFY(urls.error().detail.contains(QStringLiteral("127.0.0.1:%1").arg(server.port())));
        QVERIFY(urls.error().detail.contains(QStringLiteral("in use")));
        QCOMPARE(application.threadsRunning.load(), 0);
    }
};

TP_TEST(TestLimits)
#include "tst_limits.moc"
