// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/requestparser.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::http::Request;
using tp::http::RequestParser;
using tp::http::ServerLimits;
using tp::test::SeededRandom;
using State = RequestParser::State;

namespace {

/// What came of a stream of bytes: a line a request, and how it ended.
struct Outcome
{
    std::string text;
    int status = 0;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/// Feeds the bytes in pieces, as a connection would.
Outcome parse(std::string_view bytes, const ServerLimits &limits,
              const std::function<std::size_t()> &pieceSize)
{
    RequestParser parser(limits);
    Outcome outcome;
    std::string input;
    while (!bytes.empty()) {
        const std::size_t size = std::min(bytes.size(), pieceSize());
        input.append(bytes.substr(0, size));
        bytes.remove_prefix(size);
        for (;;) {
            const std::size_t used = parser.advance(input);
            input.erase(0, used);
            if (parser.state() == State::HeadReady)
                parser.takeBody(1000);
            if (parser.state() == State::Complete) {
                const Request request = parser.takeRequest();
                outcome.text += std::string(nameOf(request.method)) + ' ' + request.target;
                for (const auto &[name, value] : request.headers)
                    outcome.text += '|' + name + '=' + value;
                outcome.text += '>' + request.body + '\n';
            } else if (parser.state() == State::Refused) {
                outcome.status = parser.refusal().status;
                return outcome;
            } else if (used == 0) {
                break;
            }
        }
    }
    return outcome;
}

const std::string Corpus =
    "GET /a?b HTTP/1.1\r\nHost: a\r\nX-Empty:\r\nX-Spaced: \t b c \t\r\n\r\n"
    "\r\nPOST /c HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
    "PUT /d HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    "5;ext=\"a;b\";c\r\nhello\r\n00A\r\n0123456789\r\n0\r\nHost: evil\r\nX: y\r\n\r\n"
    "POST /e HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    "DELETE /f HTTP/1.0\r\n\r\n";

const std::string CorpusText = "GET /a?b|Host=a|X-Empty=|X-Spaced=b c>\n"
                               "POST /c|Host=a|Content-Length=5>hello\n"
                               "PUT /d|Host=a|Transfer-Encoding=chunked>hello0123456789\n"
                               "POST /e|Host=a|Transfer-Encoding=chunked>\n"
                               "DELETE /f>\n";

} // namespace

class TestRequestParser final : public QObject
{
    Q_OBJECT

private slots:
    void requestsComeOutOfBytes()
    {
        const Outcome outcome = parse(Corpus, m_limits, [] { return Corpus.size(); });
        QCOMPARE(QByteArray::fromStdString(outcome.text), QByteArray::fromStdString(CorpusText));
        QCOMPARE(outcome.status, 0);
    }

    void howTheBytesAreCutDoesNotMatter()
    {
        QVERIFY(parse(Corpus, m_limits, [] { return std::size_t(1); }).text == CorpusText);
        SeededRandom random = SeededRandom::fresh();
        for (int i = 0; i < 500; ++i) {
            const Outcome outcome =
                parse(Corpus, m_limits, [&] { return std::size_t(random.between(1, 40)); });
            QCOMPARE(QByteArray::fromStdString(outcome.text),
                     QByteArray::fromStdString(CorpusText));
        }
    }

    /// Bytes changed at random: refused or read, but the same whole or byte by byte.
    void damageIsJudgedTheSameWholeAndInPieces()
    {
        SeededRandom random = SeededRandom::fresh();
        const std::string spice = "\r\n \t:;,0a5\"\\\x01\x7f\xff/+-";
        for (int i = 0; i < 3000; ++i) {
            std::string bytes = Corpus;
            for (int j = 0; j <= i % 3; ++j) {
                const auto at = std::size_t(random.below(bytes.size()));
                const char c = spice[std::size_t(random.below(spice.size()))];
                switch (random.below(3)) {
                case 0:
                    bytes[at] = c;
                    break;
                case 1:
                    bytes.insert(at, 1, c);
                    break;
                default:
                    bytes.erase(at, 1);
                    break;
                }
            }
            const Outcome whole = parse(bytes, m_limits, [&] { return bytes.size(); });
            const Outcome pieces = parse(bytes, m_limits, [] { return std::size_t(1); });
            QCOMPARE(QByteArray::fromStdString(pieces.text), QByteArray::fromStdString(whole.text));
            QCOMPARE(pieces.status, whole.status);
        }
    }

    void noiseIsNeverARequest()
    {
        SeededRandom random = SeededRandom::fresh();
        for (int i = 0; i < 1000; ++i) {
            std::string bytes(random.below(400), '\0');
            random.fill({reinterpret_cast<quint8 *>(bytes.data()), bytes.size()});
            QVERIFY(parse(bytes, m_limits, [] { return std::size_t(64); }).text.empty());
        }
    }

    void limitsHoldToTheByte_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("fits"); ///< So many bytes between them are taken.
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: a\r\n";
        QTest::newRow("request line") << QByteArray("GET /") << " HTTP/1.1\r\n" + host + "\r\n"
                                      << 8192 - 14 << 414;
        QTest::newRow("fields") << "GET / HTTP/1.1\r\n" + host + "X: " << QByteArray("\r\n\r\n")
                                << 32768 - 9 - 5 << 431;
        QTest::newRow("body") << "POST / HTTP/1.1\r\n" + host +
                                     "Transfer-Encoding: chunked\r\n\r\n3E7\r\n" +
                                     QByteArray(999, 'b') + "\r\n1\r\n"
                              << QByteArray("\r\n0\r\n\r\n") << 1 << 400;
    }
    void limitsHoldToTheByte()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, fits);
        QFETCH(int, status);
        const auto outcome = [&](int count, std::size_t pieceSize) {
            const QByteArray bytes = before + QByteArray(count, 'x') + after;
            return parse({bytes.data(), std::size_t(bytes.size())}, m_limits,
                         [=] { return pieceSize; });
        };
        for (const std::size_t pieceSize : {std::size_t(100'000), std::size_t(7)}) {
            QCOMPARE(outcome(fits, pieceSize).status, 0);
            QVERIFY(!outcome(fits, pieceSize).text.empty());
            QCOMPARE(outcome(fits + 1, pieceSize).status, status);
            QVERIFY(outcome(fits + 1, pieceSize).text.empty());
        }
    }

    void aBodyOverTheLimitIs413()
    {
        const auto outcome = [&](const std::string &bytes) {
            return parse(bytes, m_limits, [] { return std::size_t(50); }).status;
        };
        const std::string head = "POST / HTTP/1.1\r\nHost: a\r\n";
        QCOMPARE(outcome(head + "Content-Length: 1001\r\n\r\n"), 413);
        QCOMPARE(outcome(head + "Transfer-Encoding: chunked\r\n\r\n3E9\r\n"), 413);
        QCOMPARE(outcome(head + "Transfer-Encoding: chunked\r\n\r\n3E8\r\n" +
                         std::string(1000, 'x') + "\r\n1\r\n"),
                 413);
        QCOMPARE(outcome(head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n"), 413);
    }

private:
    const ServerLimits m_limits;
};

TP_TEST(TestRequestParser)
#include "tst_requestparser.moc"
