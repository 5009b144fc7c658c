// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/headcheck.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::http::checkHead;
using tp::http::HeadFacts;
using tp::http::isValidHost;
using tp::http::Method;
using tp::http::Refusal;
using tp::http::ServerLimits;

/// The refusals are walked over real sockets in tests/http; here is what is let through.
class TestHeadCheck final : public QObject
{
    Q_OBJECT

private slots:
    void framingIsRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<quint64>("length");
        QTest::newRow("none") << QByteArray() << false << quint64(0);
        QTest::newRow("zero") << QByteArray("Content-Length: 0\r\n") << false << quint64(0);
        QTest::newRow("length") << QByteArray("content-LENGTH:42  \r\n") << false << quint64(42);
        QTest::newRow("leading zeros")
            << QByteArray("Content-Length: \t007\r\n") << false << quint64(7);
        QTest::newRow("largest") << QByteArray("Content-Length: 999999999999999999\r\n") << false
                                 << quint64(999'999'999'999'999'999);
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << true
                                 << quint64(0);
        QTest::newRow("Chunked") << QByteArray("transfer-encoding:Chunked\t\r\n") << true
                                 << quint64(0);
    }
    void framingIsRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(bool, isChunked);
        QFETCH(quint64, length);
        const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
        const auto verdict = checkHead({head.data(), std::size_t(head.size())}, m_limits);
        QVERIFY(std::holds_alternative<HeadFacts>(verdict));
        const HeadFacts &facts = std::get<HeadFacts>(verdict);
        QCOMPARE(facts.isChunked, isChunked);
        QCOMPARE(facts.contentLength, length);
        QCOMPARE(facts.hasBody(), isChunked || length > 0);
    }

    void targetsBecomeOriginForm_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *line, const char *target) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(target);
        };
        row("GET / ", "/");
        row("GET /a/b?c=d&e ", "/a/b?c=d&e");
        row("GET //double ", "//double");
        row("GET /%2e%2E/ ", "/%2e%2E/");
        row("OPTIONS * ", "*");
        row("GET http://Shop:80/a?b ", "/a?b");
        row("GET HTTPS://shop:80 ", "/");
        row("OPTIONS http://shop:80 ", "*");
        row("GET ftp://shop:80/ ", "");
        row("GET http://shop/ ", "");
        row("GET http://user@shop:80/ ", "");
        row("GET http://shop:80?q ", "");
        row("GET shop:80 ", "");
        row("GET http:/a ", "");
    }
    void targetsBecomeOriginForm()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, target);
        const QByteArray head = line + "HTTP/1.1\r\nHost: shop:80\r\n\r\n";
        const auto verdict = checkHead({head.data(), std::size_t(head.size())}, m_limits);
        if (target.isEmpty()) {
            QCOMPARE(std::get<Refusal>(verdict).status, 400);
            return;
        }
        QVERIFY(std::holds_alternative<HeadFacts>(verdict));
        const std::string_view found = std::get<HeadFacts>(verdict).target;
        QCOMPARE(QByteArray(found.data(), qsizetype(found.size())), target);
    }

    void hosts_data()
    {
        QTest::addColumn<bool>("isValid");
        for (const char *host :
             {"a", "shop.example", "shop.example.", "a_b-c~d", "127.0.0.1:80", "a:", "a:0",
              "a:65535", "[::1]", "[::1]:8080", "[::ffff:1.2.3.4]", "xn--bcher-kva.example"})
            QTest::newRow(host) << true;
        for (const char *host :
             {"",        ":80",     "a:65536", "a:-1", "a:8o",    "a:000080", "a b",    "a/b",
              "a?b",     "a@b",     "a,b",     "[::1", "::1",     "[]",       "[g::1]", "[1]",
              "[::1]80", "[::1]:x", "a%2e",    "a\\b", "a:80:80", "b\xc3\xbc"})
            QTest::newRow(qPrintable(QStringLiteral("not ") + QString::fromUtf8(host))) << false;
        QTest::newRow((QByteArray("not ") + QByteArray(256, 'a')).constData()) << false;
    }
    void hosts()
    {
        QFETCH(bool, isValid);
        QByteArray host = QTest::currentDataTag();
        if (host.startsWith("not "))
            host = host.sliced(4);
        QCOMPARE(isValidHost({host.data(), std::size_t(host.size())}), isValid);
    }

    void oldClientsNeedNoHost()
    {
        const auto verdict = checkHead("GET / HTTP/1.0\r\nExpect: magic\r\n\r\n", m_limits);
        QVERIFY(std::holds_alternative<HeadFacts>(verdict));
        QVERIFY(!std::get<HeadFacts>(verdict).isHttp11);
    }

    void everyMethodThatWeKnow()
    {
        for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Put,
                                    Method::Patch, Method::Delete, Method::Options}) {
            const std::string head =
                std::string(tp::http::nameOf(method)) + " / HTTP/1.1\r\nHost: a\r\n\r\n";
            const auto verdict = checkHead(head, m_limits);
            QVERIFY(std::holds_alternative<HeadFacts>(verdict));
            QCOMPARE(std::get<HeadFacts>(verdict).method, method);
        }
    }

    void connectionOptionsMayBeSpreadOverFields()
    {
        const auto verdict = checkHead("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n"
                                       "Connection: x ,\tCLOSE\r\n\r\n",
                                       m_limits);
        QVERIFY(std::get<HeadFacts>(verdict).wantsClose);
    }

private:
    const ServerLimits m_limits;
};

TP_TEST(TestHeadCheck)
#include "tst_headcheck.moc"
