// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/rawclient.h"
#include "tests/http/runningserver.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using tp::test::RawClient;
using tp::test::RunningServer;

/// Every request that must not be served: its status, that the answer can be read, that the
/// connection ends, and that nothing behind it is taken for a request.
class TestRefusals final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_server = std::make_unique<RunningServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void isRefusedAndClosed_data();
    void isRefusedAndClosed()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const int handledBefore = m_server->application().handled.load();
        RawClient client(m_server->port());
        client.send(request);
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers().first().status, status);
        QCOMPARE(client.answers().first().fields.value("connection"), QByteArray("close"));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), 1);
        QCOMPARE(m_server->application().handled.load(), handledBefore);
    }

    void isRefusedInPiecesToo_data() { isRefusedAndClosed_data(); }
    void isRefusedInPiecesToo()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawClient client(m_server->port());
        const qsizetype piece = 1 + request.size() / 500; // Mostly byte by byte.
        QTRY_VERIFY(m_server->server().connectionsOpen() > 0);
        for (qsizetype at = 0; at < request.size(); at += piece)
            client.send(request.mid(at, piece));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers().first().status, status);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), 1);
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

namespace {

void refusalRow(const char *name, const QByteArray &request, int status = 400)
{
    // Whatever is behind must stay unread.
    QTest::newRow(name) << request + "GET /hello HTTP/1.1\r\nHost: smuggled\r\n\r\n" << status;
}

/// A POST with these lines among its header fields, and a body of five bytes.
QByteArray postWith(const QByteArray &lines)
{
    return "POST /echo HTTP/1.1\r\nHost: a\r\n" + lines + "\r\nhello";
}

QByteArray getWith(const QByteArray &lines)
{
    return "GET /hello HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}

void framingRows()
{
    refusalRow("length and chunked",
               postWith("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));
    refusalRow("chunked and length",
               postWith("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"));
    refusalRow("length twice", postWith("Content-Length: 5\r\nContent-Length: 5\r\n"));
    refusalRow("lengths differ", postWith("Content-Length: 5\r\nContent-Length: 6\r\n"));
    refusalRow("length as a list", postWith("Content-Length: 5, 5\r\n"));
    refusalRow("length with a plus", postWith("Content-Length: +5\r\n"));
    refusalRow("length with a minus", postWith("Content-Length: -5\r\n"));
    refusalRow("length with junk", postWith("Content-Length: 5x\r\n"));
    refusalRow("length in hex", postWith("Content-Length: 0x5\r\n"));
    refusalRow("length empty", postWith("Content-Length:\r\n"));
    refusalRow("length with a space", postWith("Content-Length: 5 5\r\n"));
    refusalRow("length beyond 64 bits", postWith("Content-Length: 99999999999999999999\r\n"), 413);
    refusalRow("coding gzip", postWith("Transfer-Encoding: gzip\r\n"));
    refusalRow("gzip, chunked", postWith("Transfer-Encoding: gzip, chunked\r\n"));
    refusalRow("chunked, gzip", postWith("Transfer-Encoding: chunked, gzip\r\n"));
    refusalRow("chunked, chunked", postWith("Transfer-Encoding: chunked, chunked\r\n"));
    refusalRow("chunked twice",
               postWith("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"));
    refusalRow("coding xchunked", postWith("Transfer-Encoding: xchunked\r\n"));
    refusalRow("coding identity", postWith("Transfer-Encoding: identity\r\n"));
    refusalRow("coding empty", postWith("Transfer-Encoding:\r\n"));
    refusalRow("chunked with a vertical tab", postWith("Transfer-Encoding: \x0b"
                                                       "chunked\r\n"));
    refusalRow("chunked in HTTP/1.0",
               "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
}

void hostRows()
{
    refusalRow("no Host", "GET /hello HTTP/1.1\r\n\r\n");
    refusalRow("Host twice", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
    refusalRow("Host empty", "GET /hello HTTP/1.1\r\nHost:\r\n\r\n");
    refusalRow("Host with a path", "GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n");
    refusalRow("Host with a user", "GET /hello HTTP/1.1\r\nHost: u@a\r\n\r\n");
    refusalRow("Host with a space", "GET /hello HTTP/1.1\r\nHost: a b\r\n\r\n");
    refusalRow("Host with a bad port", "GET /hello HTTP/1.1\r\nHost: a:99999\r\n\r\n");
    refusalRow("Host as a list", "GET /hello HTTP/1.1\r\nHost: a, b\r\n\r\n");
    refusalRow("other host in the target", "GET http://b/hello HTTP/1.1\r\nHost: a\r\n\r\n");
}

void lineRows()
{
    refusalRow("folded line", getWith("X-A: 1\r\n 2\r\n"));
    refusalRow("folded with a tab", getWith("X-A: 1\r\n\t2\r\n"));
    refusalRow("folded first line", "GET /hello HTTP/1.1\r\n Host: a\r\n\r\n");
    refusalRow("bare line feed", "GET /hello HTTP/1.1\nHost: a\n\n");
    refusalRow("bare line feed in a field", getWith("X-A: 1\nX-B: 2\r\n"));
    refusalRow("bare carriage return", getWith("X-A: 1\rX-B: 2\r\n"));
    refusalRow("NUL in a value", getWith(QByteArray("X-A: 1\0002\r\n", 10)));
    refusalRow("NUL in a name", getWith(QByteArray("X\000A: 1\r\n", 8)));
    refusalRow("control character in a value", getWith("X-A: \x01\r\n"));
    refusalRow("DEL in a value", getWith("X-A: \x7f\r\n"));
    refusalRow("space before the colon", getWith("X-A : 1\r\n"));
    refusalRow("tab before the colon", getWith("X-A\t: 1\r\n"));
    refusalRow("space in a name", getWith("X A: 1\r\n"));
    refusalRow("empty name", getWith(": 1\r\n"));
    refusalRow("no colon", getWith("X-A\r\n"));
    refusalRow("parenthesis in a name", getWith("X(A): 1\r\n"));
    refusalRow("too many fields", getWith(QByteArray("a: 1\r\n").repeated(101)), 431);
    refusalRow("headers over 32 KiB", getWith("X-A: " + QByteArray(33 * 1024, 'a') + "\r\n"), 431);
}

void requestLineRows()
{
    const QByteArray rest = " HTTP/1.1\r\nHost: a\r\n\r\n";
    refusalRow("request line over 8 KiB", "GET /" + QByteArray(8192, 'a') + rest, 414);
    refusalRow("unknown method", "BREW /hello" + rest, 501);
    refusalRow("method in lower case", "get /hello" + rest, 501);
    refusalRow("CONNECT", "CONNECT a:80" + rest, 501);
    refusalRow("TRACE", "TRACE /hello" + rest, 501);
    refusalRow("method not a token", "G@T /hello" + rest);
    refusalRow("HTTP/2.0", "GET /hello HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    refusalRow("HTTP/1.2", "GET /hello HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    refusalRow("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    refusalRow("HTTP/0.9", "GET /hello\r\n\r\n");
    refusalRow("http in lower case", "GET /hello http/1.1\r\nHost: a\r\n\r\n");
    refusalRow("version with junk", "GET /hello HTTP/1.1x\r\nHost: a\r\n\r\n");
    refusalRow("two spaces", "GET  /hello" + rest);
    refusalRow("space at the end", "GET /hello HTTP/1.1 \r\nHost: a\r\n\r\n");
    refusalRow("tab in the request line", "GET\t/hello" + rest);
    refusalRow("space in the target", "GET /a b" + rest);
    refusalRow("no slash", "GET hello" + rest);
    refusalRow("asterisk for GET", "GET *" + rest);
    refusalRow("fragment", "GET /hello#a" + rest);
    refusalRow("bytes over 127 in the target", "GET /h\xc3\xa9" + rest);
    refusalRow("many empty lines", QByteArray("\r\n").repeated(8) + "GET /hello" + rest);
    refusalRow("a TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    refusalRow("unknown expectation", postWith("Content-Length: 5\r\nExpect: magic\r\n"), 417);
}

void chunkRows()
{
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    refusalRow("chunk size not hex", head + "x\r\nhello\r\n0\r\n\r\n");
    refusalRow("chunk size empty", head + "\r\nhello\r\n0\r\n\r\n");
    refusalRow("chunk size with a sign", head + "+5\r\nhello\r\n0\r\n\r\n");
    refusalRow("chunk size with 0x", head + "0x5\r\nhello\r\n0\r\n\r\n");
    refusalRow("chunk size over 64 bits", head + "10000000000000005\r\nhello\r\n0\r\n\r\n");
    refusalRow("chunk line ends in LF", head + "5\nhello\r\n0\r\n\r\n");
    refusalRow("chunk longer than said", head + "3\r\nhello\r\n0\r\n\r\n");
    refusalRow("space behind the size", head + "5 \r\nhello\r\n0\r\n\r\n");
    refusalRow("chunk extension with LF", head + "5;a\nb\r\nhello\r\n0\r\n\r\n");
    refusalRow("chunk extensions too long",
               head + "5;a=" + QByteArray(20000, 'a') + "\r\nhello\r\n0\r\n\r\n", 431);
    refusalRow("trailers too long", head + "0\r\nX-A: " + QByteArray(20000, 'a') + "\r\n\r\n", 431);
    refusalRow("chunks over the limit",
               "POST /small HTTP/1.1\r\nHost: a\r\n"
               "Transfer-Encoding: chunked\r\n\r\n"
               "6\r\nabcdef\r\n6\r\nabcdef\r\n0\r\n\r\n",
               413);
}

} // namespace

void TestRefusals::isRefusedAndClosed_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    framingRows();
    hostRows();
    lineRows();
    requestLineRows();
    chunkRows();
}

TP_TEST(TestRefusals)
#include "tst_refusals.moc"
