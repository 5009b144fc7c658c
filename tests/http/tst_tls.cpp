// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/rawclient.h"
#include "tests/http/runningserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using tp::http::ServerLimits;
using tp::test::RawClient;
using tp::test::RunningServer;

/// The same server behind TLS, with certificates made for the day.
class TestTls final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(makePair(QStringLiteral("ec"), {QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                                QStringLiteral("ec_paramgen_curve:prime256v1")}));
        QVERIFY(makePair(QStringLiteral("rsa"), {QStringLiteral("rsa:2048")}));
    }

    void aRequestIsAnswered_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("pair");
        QTest::newRow("1.2 EC") << int(RawClient::Kind::Tls12) << QStringLiteral("ec");
        QTest::newRow("1.3 EC") << int(RawClient::Kind::Tls13) << QStringLiteral("ec");
        QTest::newRow("1.2 RSA") << int(RawClient::Kind::Tls12) << QStringLiteral("rsa");
        QTest::newRow("1.3 RSA") << int(RawClient::Kind::Tls13) << QStringLiteral("rsa");
    }
    void aRequestIsAnswered()
    {
        QFETCH(int, kind);
        QFETCH(QString, pair);
        RunningServer server({}, certificate(pair), key(pair));
        RawClient client(server.port(), RawClient::Kind(kind));
        QVERIFY(client.isOpen());
        QCOMPARE(client.socket().sessionProtocol(),
                 RawClient::Kind(kind) == RawClient::Kind::Tls12 ? QSsl::TlsV1_2 : QSsl::TlsV1_3);
        QCOMPARE(client.socket().sslConfiguration().nextNegotiatedProtocol(),
                 QByteArray("http/1.1"));
        client.send("GET /whoami HTTP/1.1\r\nHost: a\r\n\r\nGET /later HTTP/1.1\r\nHost: a\r\n\r\n"
                    "GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(server.application().keptCount(), 1);
        server.application().answerKept("late");
        QVERIFY(client.waitForAnswers(3));
        QCOMPARE(client.answers().at(0).body, QByteArray("127.0.0.1 tls"));
        QCOMPARE(client.answers().at(1).body, QByteArray("late"));
        QCOMPARE(client.answers().at(2).body.size(), 1024 * 1024);
        client.send("GET /close HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), 4);
    }

    void aLargeBodyArrivesWhole()
    {
        RunningServer server({}, certificate(QStringLiteral("ec")), key(QStringLiteral("ec")));
        RawClient client(server.port(), RawClient::Kind::Tls13);
        const QByteArray body(1024 * 1024, 'b');
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n" + body);
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(client.lastAnswer().body == body);
    }

    void anEarlyRefusalIsReadable()
    {
        RunningServer server({}, certificate(QStringLiteral("ec")), key(QStringLiteral("ec")));
        RawClient client(server.port(), RawClient::Kind::Tls13);
        client.send("POST /head-refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 10485760\r\n\r\n");
        client.send(QByteArray(10 * 1024 * 1024, 'x'));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.lastAnswer().status, 403);
        QVERIFY(client.waitForClose());
    }

    void aPlainRequestIsNotServed()
    {
        RunningServer server({}, certificate(QStringLiteral("ec")), key(QStringLiteral("ec")));
        RawClient client(server.port());
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForClose());
        QVERIFY(client.received().startsWith("HTTP/1.1 400 "));
        QCOMPARE(server.application().handled.load(), 0);
        QTRY_COMPARE(server.server().connectionsOpen(), 0);
    }

    void aPlainRequestIsToldWhereToGo()
    {
        RunningServer server({}, certificate(QStringLiteral("ec")), key(QStringLiteral("ec")));
        RawClient client(server.port());
        client.send("GET /head-refuse HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(client.received().startsWith("HTTP/1.1 403 "));
    }

    void silentClientsKeepNobodyOut()
    {
        ServerLimits limits;
        limits.handshakesMax = 4; // Two a thread.
        limits.headTimeoutMs = 2000;
        RunningServer server(limits, certificate(QStringLiteral("ec")), key(QStringLiteral("ec")));
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            if (i % 2 == 0) // Half of a hello: a handshake that does not go on.
                clients.back()->send(QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9));
        }
        RawClient client(server.port(), RawClient::Kind::Tls13);
        client.waitUntil([&] { return client.isOpen(); }, 10000);
        QVERIFY(client.isOpen());
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        for (const auto &silent : clients)
            QVERIFY(silent->waitForClose(10000));
    }

    void manyHandshakesAtOnceAllSucceed()
    {
        ServerLimits limits;
        limits.handshakesMax = 4;
        RunningServer server(limits, certificate(QStringLiteral("ec")), key(QStringLiteral("ec")));
        for (int i = 0; i < 30; ++i) {
            RawClient client(server.port(), RawClient::Kind::Tls13);
            client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
            QVERIFY(client.waitForAnswers(1));
        }
        QTRY_COMPARE(server.server().connectionsOpen(), 0);
    }

    void aTlsServerStopsToo()
    {
        RunningServer server({}, certificate(QStringLiteral("ec")), key(QStringLiteral("ec")));
        RawClient idle(server.port(), RawClient::Kind::Tls13);
        RawClient silent(server.port());
        server.stop();
        QTRY_VERIFY(server.isStopped());
        QVERIFY(idle.waitForClose());
    }

    void badFilesAreNamed_data()
    {
        QTest::addColumn<QString>("certificateFile");
        QTest::addColumn<QString>("keyFile");
        QTest::addColumn<QString>("says");
        const QString nothing = m_folder.filePath(QStringLiteral("nothing.pem"));
        const QString junk = m_folder.filePath(QStringLiteral("junk.pem"));
        QFile file(junk);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----\nnot base64\n-----END CERTIFICATE-----\n");
        const QString ec = QStringLiteral("ec");
        const QString rsa = QStringLiteral("rsa");
        QTest::newRow("no certificate") << nothing << key(ec) << QStringLiteral("nothing.pem");
        QTest::newRow("no key") << certificate(ec) << nothing << QStringLiteral("nothing.pem");
        QTest::newRow("only a certificate")
            << certificate(ec) << QString() << QStringLiteral("needs both");
        QTest::newRow("only a key") << QString() << key(ec) << QStringLiteral("needs both");
        QTest::newRow("junk") << junk << key(ec) << QStringLiteral("not a certificate");
        QTest::newRow("junk key") << certificate(ec) << junk << QStringLiteral("not a private key");
        QTest::newRow("swapped") << key(ec) << certificate(ec)
                                 << QStringLiteral("not a certificate");
        QTest::newRow("another's key")
            << certificate(ec) << key(rsa) << QStringLiteral("does not belong");
        QTest::newRow("a folder") << m_folder.path() << key(ec) << m_folder.path();
    }
    void badFilesAreNamed()
    {
        QFETCH(QString, certificateFile);
        QFETCH(QString, keyFile);
        QFETCH(QString, says);
        tp::test::FakeApplication application;
        tp::http::ServerOptions options;
        options.listenAddresses = {{QHostAddress(QHostAddress::LocalHost), 0}};
        options.tlsCertificateFile = certificateFile;
        options.tlsKeyFile = keyFile;
        tp::http::Server server(application, options);
        const auto urls = server.start();
        QVERIFY(!urls);
        QCOMPARE(urls.error().code, tp::ErrorCode::InvalidValue);
        QVERIFY2(urls.error().detail.contains(says), qPrintable(urls.error().detail));
    }

private:
    QString certificate(const QString &pair) const
    {
        return m_folder.filePath(pair + QStringLiteral("-cert.pem"));
    }
    QString key(const QString &pair) const
    {
        return m_folder.filePath(pair + QStringLiteral("-key.pem"));
    }

    bool makePair(const QString &pair, const QStringList &kind)
    {
        QStringList arguments{QStringLiteral("req"), QStringLiteral("-x509"),
                              QStringLiteral("-nodes"), QStringLiteral("-newkey")};
        arguments += kind;
        arguments += {QStringLiteral("-keyout"), key(pair),
                      QStringLiteral("-out"),    certificate(pair),
                      QStringLiteral("-days"),   QStringLiteral("2"),
                      QStringLiteral("-subj"),   QStringLiteral("/CN=localhost")};
        QProcess process;
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
};

TP_TEST(TestTls)
#include "tst_tls.moc"
