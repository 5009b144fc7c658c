// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/runningserver.h"
#include "tests/http/socketclient.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using tp::http::ServerLimits;
using tp::test::clientClose;
using tp::test::clientFrame;
using tp::test::Frame;
using tp::test::RawClient;
using tp::test::RunningServer;
using tp::test::SaysClose;
using tp::test::SaysPing;
using tp::test::SaysPong;
using tp::test::SaysText;
using tp::test::SocketClient;

/// How a connection becomes a WebSocket, and how it ends when nobody makes a mistake.
class TestSockets final : public QObject
{
    Q_OBJECT

private slots:
    void theHandshakeIsThatOfTheRfc()
    {
        RunningServer server;
        SocketClient client(server.port());
        QVERIFY(client.isOpen());
        QVERIFY(
            client.head().contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        QVERIFY(client.head().contains("\r\nUpgrade: websocket\r\n"));
        QVERIFY(client.head().contains("\r\nConnection: Upgrade\r\n"));
        QVERIFY(!client.head().contains("Content-Length"));
        QCOMPARE(server.server().socketsOpen(), 1);
    }

    void badHandshakesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        const QByteArray upgrade("Upgrade: websocket\r\n"), connection("Connection: Upgrade\r\n");
        const QByteArray version("Sec-WebSocket-Version: 13\r\n");
        const QByteArray key("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        QTest::newRow("none at all") << QByteArray() << 426;
        QTest::newRow("no Upgrade") << connection + version + key << 426;
        QTest::newRow("another one") << "Upgrade: h2c\r\n" + connection + version + key << 426;
        QTest::newRow("no Connection") << upgrade + version + key << 426;
        QTest::newRow("no version") << upgrade + connection + key << 426;
        QTest::newRow("an old version")
            << upgrade + connection + "Sec-WebSocket-Version: 8\r\n" + key << 426;
        QTest::newRow("no key") << upgrade + connection + version << 400;
        QTest::newRow("two keys") << upgrade + connection + version + key + key << 400;
        QTest::newRow("a short key")
            << upgrade + connection + version + "Sec-WebSocket-Key: dGhl\r\n"
            << 400;
        QTest::newRow("no base64")
            << upgrade + connection + version + "Sec-WebSocket-Key: !!!!IHNhbXBsZSBub25jZQ==\r\n"
            << 400;
        QTest::newRow("any case, in lists")
            << "upgrade: foo, WebSocket\r\nconnection: keep-alive, UPGRADE\r\n" + version + key
            << 101;
    }
    void badHandshakesAreRefused()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const int, status);
        RunningServer server;
        RawClient client(server.port());
        client.send("GET /socket HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, status);
    }

    void httpOneZeroCannotUpgrade()
    {
        RunningServer server;
        RawClient client(server.port());
        client.send("GET /socket HTTP/1.0\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade"
                    "\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 426);
    }

    void theFirstFrameMayComeWithTheRequest_data()
    {
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("whole") << clientFrame(SaysText, "early");
        QTest::newRow("a part") << clientFrame(SaysText, "early").left(3);
    }
    void theFirstFrameMayComeWithTheRequest()
    {
        QFETCH(const QByteArray, behind);
        RunningServer server;
        SocketClient client(server.port(), "/socket", behind);
        QVERIFY(client.isOpen());
        client.send(clientFrame(SaysText, "early").mid(behind.size()));
        QVERIFY(client.waitForFrames(1));
        QCOMPARE(client.frames().first().payload, QByteArray("early"));
    }

    void aRequestBeforeItOnTheSameConnectionIsAnsweredFirst()
    {
        RunningServer server;
        RawClient client(server.port());
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
                    "GET /socket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                    "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
                    clientFrame(SaysText, "third"));
        QVERIFY(client.waitUntil([&] { return client.received().endsWith("third"); }));
        QVERIFY(client.received().startsWith("HTTP/1.1 200 "));
    }

    void aMessageThatIsTooLongIsRefused()
    {
        RunningServer server;
        SocketClient client(server.port(), "/tiny-socket");
        client.send(clientFrame(SaysText, QByteArray(16, 'x')));
        QVERIFY(client.waitForFrames(1));
        client.send(clientFrame(SaysText, QByteArray(9, 'x'), {false, 0, true}) +
                    clientFrame(0, QByteArray(8, 'x')));
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.closeCode(), 1009);
    }

    void theGuestMayHangUpBehindWhatItSaid()
    {
        RunningServer server;
        SocketClient client(server.port());
        client.send(clientFrame(SaysText, "first") + clientFrame(SaysText, "bye"));
        QVERIFY(client.waitForFrames(2));
        QCOMPARE(client.frames().first().payload, QByteArray("first"));
        QCOMPARE(client.closeCode(), 4000);
        QVERIFY(!client.raw().isClosed()); // It waits for ours.
        client.send(clientClose(4000));
        QVERIFY(client.waitForEnd());
        QTRY_COMPARE(server.server().connectionsOpen(), 0);
        QCOMPARE(server.server().socketsOpen(), 0);
    }

    void aClientThatDoesNotCloseIsNotWaitedForLong()
    {
        ServerLimits limits;
        limits.socketCloseMs = 100;
        RunningServer server(limits);
        SocketClient client(server.port());
        client.send(clientFrame(SaysText, "bye"));
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.closeCode(), 4000);
    }

    void aSilentClientIsAskedAndThenDropped()
    {
        ServerLimits limits;
        limits.socketPingMs = 50;
        limits.socketSilenceMs = 1000;
        RunningServer server(limits);
        SocketClient living(server.port());
        QElapsedTimer time;
        time.start();
        qsizetype answered = 0;
        QVERIFY(living.raw().waitUntil([&] {
            for (; answered < living.frames().size(); ++answered) {
                if (living.frames().at(answered).opcode == SaysPing)
                    living.send(clientFrame(SaysPong, {}));
            }
            return time.elapsed() > 1500;
        }));
        QVERIFY(!living.raw().isClosed());
        QVERIFY(answered > 3);
        SocketClient silent(server.port());
        QVERIFY(silent.waitForEnd());
        QCOMPARE(silent.frames().first(), (Frame{SaysPing, {}}));
        QCOMPARE(silent.closeCode(), 0);
    }

    void whoDoesNotReadIsClosedWith4408()
    {
        ServerLimits limits;
        limits.socketSlowMs = 300;
        RunningServer server(limits);
        SocketClient client(server.port());
        client.raw().stopReading();
        client.send(clientFrame(SaysText, "flood"));
        // What was sent lies in the network's buffers; what is said last comes behind it.
        QElapsedTimer time;
        time.start();
        QVERIFY(client.raw().waitUntil([&] { return time.elapsed() > 600; }));
        client.raw().startReading();
        QVERIFY(client.waitForEnd(20'000));
        QCOMPARE(client.closeCode(), 4408);
    }

    void whoReadsMayHearForLong()
    {
        ServerLimits limits;
        limits.socketSlowMs = 300;
        RunningServer server(limits);
        SocketClient client(server.port());
        client.send(clientFrame(SaysText, "flood"));
        QVERIFY(client.raw().waitUntil(
            [&] { return client.raw().received().size() > 64 * 1024 * 1024; }, 30'000));
        client.send(clientFrame(SaysText, "enough"));
        QVERIFY(client.raw().waitUntil([&] { return client.raw().received().endsWith("enough"); },
                                       10'000));
    }

    void whoMayNotAnyMoreIsClosedWith4401()
    {
        ServerLimits limits;
        limits.socketAllowedMs = 50;
        RunningServer server(limits);
        SocketClient client(server.port());
        QVERIFY(client.isOpen());
        server.application().isAllowed = false;
        QVERIFY(client.waitForFrames(1));
        QCOMPARE(client.closeCode(), 4401);
    }

    void aStopSaysThatTheServerGoesAway()
    {
        RunningServer server;
        SocketClient client(server.port());
        QVERIFY(client.isOpen());
        server.stop();
        QVERIFY(client.waitForFrames(1));
        QCOMPARE(client.closeCode(), 1001);
        client.send(clientClose(1001));
        QTRY_VERIFY(server.isStopped());
    }

    void aClientThatIsGoneIsForgotten()
    {
        RunningServer server;
        {
            SocketClient client(server.port());
            QTRY_COMPARE(server.server().socketsOpen(), 1);
            client.raw().abort();
        }
        QTRY_COMPARE(server.server().socketsOpen(), 0);
        QTRY_COMPARE(server.server().connectionsOpen(), 0);
    }
};

TP_TEST(TestSockets)
#include "tst_sockets.moc"
