// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/rawclient.h"
#include "tests/http/runningserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using tp::http::ServerLimits;
using tp::test::RawClient;
using tp::test::RunningServer;

/// How a server goes: politely, and in time.
class TestStop final : public QObject
{
    Q_OBJECT

private slots:
    void anIdleServerStopsAtOnce()
    {
        RunningServer server;
        QTRY_COMPARE(server.application().threadsRunning.load(), 2);
        server.stop();
        QTRY_VERIFY(server.isStopped());
        QCOMPARE(server.application().threadsRunning.load(), 0);
    }

    void aServerThatNeverStartedStopsToo()
    {
        tp::test::FakeApplication application;
        tp::http::Server server(application, {});
        bool isStopped = false;
        server.stop([&] { isStopped = true; });
        QTRY_VERIFY(isStopped);
    }

    void stoppingTwiceIsStoppingOnce()
    {
        tp::test::FakeApplication application;
        tp::http::ServerOptions options;
        options.listenAddresses = {{QHostAddress(QHostAddress::LocalHost), 0}};
        auto server = std::make_unique<tp::http::Server>(application, options);
        QVERIFY(server->start());
        int told = 0;
        server->stop([&] { ++told; });
        server->stop([&] {
            ++told;
            server.reset();
        });
        QTRY_COMPARE(told, 2);
        QVERIFY(!server);
    }

    void idleConnectionsGoAndNewOnesAreNotTaken()
    {
        RunningServer server;
        RawClient idle(server.port());
        QVERIFY(idle.isOpen());
        RawClient running(server.port());
        running.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(server.application().keptCount(), 1);
        server.stop();
        QVERIFY(idle.waitForClose());
        RawClient late(server.port());
        QVERIFY(!late.isOpen());
        QVERIFY(!server.isStopped());
        server.application().answerKept("done");
        QVERIFY(running.waitForClose());
        QCOMPARE(running.lastAnswer().body, QByteArray("done"));
        QCOMPARE(running.lastAnswer().fields.value("connection"), QByteArray("close"));
        QTRY_VERIFY(server.isStopped());
    }

    void aRequestThatHasBegunToArriveIsFinished()
    {
        RunningServer server;
        RawClient client(server.port());
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
        QTRY_COMPARE(server.server().connectionsOpen(), 1);
        QVERIFY(!client.waitUntil([] { return false; }, 50)); // The head has arrived by now.
        server.stop();
        client.send("llo");
        QVERIFY(client.waitForClose());
        QCOMPARE(client.lastAnswer().body, QByteArray("hello"));
        QTRY_VERIFY(server.isStopped());
    }

    void whatRunsTooLongIsDropped()
    {
        ServerLimits limits;
        limits.stopTimeoutMs = 200;
        RunningServer server(limits);
        RawClient client(server.port());
        client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(server.application().keptCount(), 1);
        QElapsedTimer timer;
        timer.start();
        server.stop();
        QTRY_VERIFY(server.isStopped());
        QVERIFY(timer.elapsed() >= 200);
        QVERIFY(client.waitForClose());
        QVERIFY(client.received().isEmpty());
        server.application().answerKept("too late"); // Finds a closed mailbox.
    }

    void aServerMayBeDestroyedWithoutAStop()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("dropped")));
        RawClient *client = nullptr;
        {
            RunningServer server;
            client = new RawClient(server.port());
            client->send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
            QTRY_COMPARE(server.application().keptCount(), 1);
        }
        QVERIFY(client->waitForClose());
        delete client;
    }
};

TP_TEST(TestStop)
#include "tst_stop.moc"
