// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/runningserver.h"
#include "tests/http/socketclient.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::test::clientClose;
using tp::test::clientFrame;
using tp::test::Frame;
using tp::test::FrameShape;
using tp::test::RunningServer;
using tp::test::SaysBytes;
using tp::test::SaysClose;
using tp::test::SaysMore;
using tp::test::SaysPing;
using tp::test::SaysPong;
using tp::test::SaysText;
using tp::test::SocketClient;

namespace {

constexpr FrameShape Part{false, 0, true};
constexpr qsizetype Whole = 0;
constexpr int ProtocolError = 1002, NotUtf8 = 1007;

/// How the bytes of a case travel: all at once, or chopped.
struct Travel
{
    const char *name;
    qsizetype pieces;
};
constexpr Travel Travels[] = {{"at once", Whole}, {"octet by octet", 1}};

QByteArray text(const QByteArray &payload, FrameShape shape = {})
{
    return clientFrame(SaysText, payload, shape);
}

QByteArray more(const QByteArray &payload, bool isLast = true)
{
    return clientFrame(SaysMore, payload, {isLast, 0, true});
}

QByteArray ping(const QByteArray &payload)
{
    return clientFrame(SaysPing, payload);
}

/// A row: what is sent, what is heard before the end, and how it ends. A code of 0 means that the
/// server goes on, until the test closes with 1000.
void addCase(const char *name, const QByteArray &sent, const QList<Frame> &heard, int code = 0)
{
    for (const Travel &travel : Travels) {
        if (travel.pieces == 1 && sent.size() > 4096)
            continue;
        QTest::addRow("%s, %s", name, travel.name) << sent << travel.pieces << heard << code;
    }
}

void addFailure(const char *name, const QByteArray &sent, int code = ProtocolError)
{
    addCase(name, sent, {}, code);
}

/// A text octet by octet, each in a frame of its own.
QByteArray inFrames(const QByteArray &whole, qsizetype size = 1)
{
    QByteArray sent;
    for (qsizetype at = 0; at < whole.size(); at += size) {
        const bool isLast = at + size >= whole.size();
        sent += clientFrame(at == 0 ? SaysText : SaysMore, whole.mid(at, size), {isLast, 0, true});
    }
    return sent;
}

} // namespace

/// What the fuzzing client of the Autobahn test suite does to a server, by its numbers (it is a
/// program of Python 2, and not to be had here): cases 1 to 7, 9 and 10, against a server that
/// says back what it hears. 12 and 13 are about compression, which nobody offers.
class TestAutobahn final : public QObject
{
    Q_OBJECT

private:
    static void addColumns()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<qsizetype>("pieces");
        QTest::addColumn<QList<Frame>>("heard");
        QTest::addColumn<int>("code");
    }

    static void judge()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const qsizetype, pieces);
        QFETCH(const QList<Frame>, heard);
        QFETCH(const int, code);
        RunningServer server;
        SocketClient client(server.port());
        QVERIFY(client.isOpen());
        if (pieces == Whole)
            client.send(sent);
        else
            client.sendInPieces(sent, pieces);
        if (code == 0) {
            QVERIFY2(client.waitForFrames(heard.size(), 20'000), "something is not said back");
            client.send(clientClose(1000));
        }
        QVERIFY2(client.waitForEnd(), "the server does not end the connection");
        QList<Frame> said = client.frames();
        QVERIFY2(!said.isEmpty() && said.last().opcode == SaysClose, "no close frame at the end");
        QCOMPARE(codeOf(said.takeLast()), code == 0 ? 1000 : code);
        QCOMPARE(said.size(), heard.size());
        QVERIFY(said == heard);
    }

private slots:
    void case1Framing_data()
    {
        addColumns();
        for (const int size : {0, 125, 126, 127, 128, 65535, 65536}) {
            const QByteArray payload(size, '*');
            addCase(qPrintable(QStringLiteral("1.1 text of %1").arg(size)), text(payload),
                    {{SaysText, payload}});
            const QByteArray bytes(size, '\xfe');
            addCase(qPrintable(QStringLiteral("1.2 bytes of %1").arg(size)),
                    clientFrame(SaysBytes, bytes), {{SaysBytes, bytes}});
        }
        const QByteArray chopped(65536, '*');
        QTest::newRow("1.1.8 chopped")
            << text(chopped) << qsizetype(997) << QList<Frame>{{SaysText, chopped}} << 0;
        const QByteArray choppedBytes(65536, '\xfe');
        QTest::newRow("1.2.8 chopped") << clientFrame(SaysBytes, choppedBytes) << qsizetype(997)
                                       << QList<Frame>{{SaysBytes, choppedBytes}} << 0;
    }
    void case1Framing() { judge(); }

    void case2PingsAndPongs_data()
    {
        addColumns();
        addCase("2.1 no payload", ping({}), {{SaysPong, {}}});
        addCase("2.2 payload", ping("Hello, world!"), {{SaysPong, "Hello, world!"}});
        const QByteArray bytes("\x00\xff\xfe\xfd\xfc\xfb\x00\xff", 8);
        addCase("2.3 binary payload", ping(bytes), {{SaysPong, bytes}});
        addCase("2.4 125 octets", ping(QByteArray(125, '\xfe')),
                {{SaysPong, QByteArray(125, '\xfe')}});
        addFailure("2.5 126 octets", ping(QByteArray(126, '\xfe')));
        addCase("2.7 unsolicited pong", clientFrame(SaysPong, {}), {});
        addCase("2.8 with payload", clientFrame(SaysPong, "unsolicited"), {});
        addCase("2.9 pong, then ping", clientFrame(SaysPong, "unsolicited") + ping("ping"),
                {{SaysPong, "ping"}});
        QByteArray pings;
        QList<Frame> pongs;
        for (int i = 0; i < 10; ++i) {
            pings += ping("payload-" + QByteArray::number(i));
            pongs.append({SaysPong, "payload-" + QByteArray::number(i)});
        }
        addCase("2.10 and 2.11 ten pings", pings, pongs);
    }
    void case2PingsAndPongs() { judge(); }

    void case3ReservedBits_data()
    {
        addColumns();
        addFailure("3.1 bit 3", text("Hello, world!", {true, 1, true}));
        const QList<Frame> first{{SaysText, "Hello"}};
        for (const int bits : {2, 3, 4}) {
            addCase(qPrintable(QStringLiteral("3.2 to 3.4 bits %1").arg(bits)),
                    text("Hello") + text("Hello", {true, bits, true}) + ping({}), first,
                    ProtocolError);
        }
        addFailure("3.5 bytes", clientFrame(SaysBytes, "\xff", {true, 5, true}));
        addFailure("3.6 ping", clientFrame(SaysPing, "Hello", {true, 6, true}));
        addFailure("3.7 close", clientFrame(SaysClose, {}, {true, 7, true}));
    }
    void case3ReservedBits() { judge(); }

    void case4Opcodes_data()
    {
        addColumns();
        for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            addFailure(qPrintable(QStringLiteral("4.1, 4.2 opcode %1").arg(opcode)),
                       clientFrame(opcode, {}));
            addFailure(qPrintable(QStringLiteral("4.1, 4.2 opcode %1, payload").arg(opcode)),
                       clientFrame(opcode, "reserved opcode payload"));
            addCase(qPrintable(QStringLiteral("4.1, 4.2 opcode %1, after a text").arg(opcode)),
                    text("Hello") + clientFrame(opcode, "x") + ping({}), {{SaysText, "Hello"}},
                    ProtocolError);
        }
        addFailure("a frame without a mask", text("Hello", {true, 0, false}));
    }
    void case4Opcodes() { judge(); }

    void case5Fragments_data()
    {
        addColumns();
        const QByteArray halves = text("fragment1", Part) + more("fragment2");
        const QList<Frame> whole{{SaysText, "fragment1fragment2"}};
        addFailure("5.1 ping in parts", clientFrame(SaysPing, "fragment1", Part) + more("2"));
        addFailure("5.2 pong in parts", clientFrame(SaysPong, "fragment1", Part) + more("2"));
        addCase("5.3 to 5.5 text in parts", halves, whole);
        addCase("5.6 to 5.8 ping between",
                text("fragment1", Part) + ping("ping") + more("fragment2"),
                {{SaysPong, "ping"}, {SaysText, "fragment1fragment2"}});
        addFailure("5.9 to 5.11 nothing to go on with", more("x") + text("Hello"));
        addFailure("5.12 to 5.14 the same, not its last", more("x", false) + text("Hello"));
        addCase("5.15 after a message", halves + more("x", false) + text("Hello"), whole,
                ProtocolError);
        addFailure("5.16 begun by going on",
                   more("1", false) + text("2", Part) + more("3") + more("4", false));
        addFailure("5.17 the same, whole", more("1") + text("2", Part) + more("3"));
        addFailure("5.18 text within a text", text("fragment1", Part) + text("fragment2"));
        addCase("5.19 and 5.20 five parts, pings between",
                text("1", Part) + more("2", false) + ping("pongme 1!") + more("3", false) +
                    more("4", false) + ping("pongme 2!") + more("5"),
                {{SaysPong, "pongme 1!"}, {SaysPong, "pongme 2!"}, {SaysText, "12345"}});
    }
    void case5Fragments() { judge(); }

    void case6ValidText_data()
    {
        addColumns();
        addCase("6.1.1 empty", text({}), {{SaysText, {}}});
        addCase("6.1.2 three empty parts", text({}, Part) + more({}, false) + more({}),
                {{SaysText, {}}});
        addCase("6.1.3 the middle one is not",
                text({}, Part) + more("middle frame payload", false) + more({}),
                {{SaysText, "middle frame payload"}});
        const QByteArray greek("Hello-\xc2\xb5@\xc3\x9f\xc3\xb6\xc3\xa4\xc3\xbc\xc3\xa0\xc3\xa1-"
                               "UTF-8!! \xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5");
        addCase("6.2.1 whole", text(greek), {{SaysText, greek}});
        addCase("6.2.2 in parts", text(greek.left(14), Part) + more(greek.mid(14)),
                {{SaysText, greek}});
        addCase("6.2.3, 6.2.4 split inside characters", inFrames(greek), {{SaysText, greek}});
        const QList<QByteArray> ends{"\x01",
                                     "\x7f",
                                     "\xc2\x80",
                                     "\xdf\xbf",
                                     "\xe0\xa0\x80",
                                     "\xef\xbf\xbf",
                                     "\xed\x9f\xbf",
                                     "\xee\x80\x80",
                                     "\xef\xbf\xbd",
                                     "\xef\xbf\xbe",
                                     "\xf0\x90\x80\x80",
                                     "\xf4\x8f\xbf\xbf",
                                     "\xf0\x9f\xbf\xbe",
                                     "\xf0\xaf\xbf\xbf",
                                     "\xf3\xbf\xbf\xbe",
                                     "\xce\xba\xe1\xbd\xb9"};
        for (const QByteArray &end : ends) {
            const QByteArray name = "6.5 to 6.22 " + end.toHex();
            addCase(name, text(end), {{SaysText, end}});
            addCase(name + " by octets", inFrames(end), {{SaysText, end}});
        }
    }
    void case6ValidText() { judge(); }

    void case6InvalidText_data()
    {
        addColumns();
        const QByteArray good("\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5");
        const QList<QByteArray> bad{
            "\x80",
            "\xbf",
            "\x80\xbf",
            "\xc0\x80",
            "\xc1\xbf",
            "\xc3",
            "\xe0\x80\x80",
            "\xe0\x9f\xbf",
            "\xe1\xbd",
            "\xf0\x80\x80\x80",
            "\xf0\x8f\xbf\xbf",
            "\xf0\x90\x80",
            "\xf4\x90\x80\x80",
            "\xf5\x80\x80\x80",
            "\xf8\x88\x80\x80\x80",
            "\xfc\x84\x80\x80\x80",
            "\xfe",
            "\xff",
            "\xfe\xfe\xff\xff",
            "\xed\xa0\x80",
            "\xed\xad\xbf",
            "\xed\xae\x80",
            "\xed\xbf\xbf",
            "\xed\xa0\x80\xed\xb0\x80",
            "\xed\xaf\xbf\xed\xbf\xbf",
            "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80 edited"};
        for (const QByteArray &one : bad) {
            const QByteArray name = "6.3 to 6.21 " + one.toHex();
            addFailure(name, text(one), NotUtf8);
            addFailure(name + " in the middle", text(good + one + "edited"), NotUtf8);
            addFailure(name + " by octets", inFrames(good + one + "edited"), NotUtf8);
        }
    }
    void case6InvalidText() { judge(); }

    /// 6.4: the rest of the message never comes.
    void case6InvalidTextIsKnownAtOnce_data()
    {
        addColumns();
        const QByteArray good("\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5");
        addFailure("6.4.1 in a part", text(good, Part) + more("\xf4\x90\x80\x80", false), NotUtf8);
        addFailure("6.4.2 by its second octet", text(good, Part) + more("\xf4\x90", false),
                   NotUtf8);
        const QByteArray frame = text(good + "\xf4\x90\x80\x80" + "edited");
        addFailure("6.4.3 inside a frame", frame.left(6 + good.size() + 4), NotUtf8);
        addFailure("6.4.4 inside a character", frame.left(6 + good.size() + 2), NotUtf8);
    }
    void case6InvalidTextIsKnownAtOnce() { judge(); }

    void case7Closing_data()
    {
        addColumns();
        const QList<Frame> hello{{SaysText, "Hello"}};
        addCase("7.1.1 after a text", text("Hello") + clientClose(1000), hello, 1000);
        addCase("7.1.2 twice", clientClose(1000) + clientClose(1000), {}, 1000);
        addCase("7.1.3 ping behind", clientClose(1000) + ping({}), {}, 1000);
        addCase("7.1.4 text behind", clientClose(1000) + text("Hello"), {}, 1000);
        addCase("7.1.5 within a message",
                text("fragment1", Part) + clientClose(1000) + more("fragment2"), {}, 1000);
        const QByteArray big(256 * 1024, 'B');
        addCase("7.1.6 behind a long one", text(big) + text("Hello") + clientClose(1000) + ping({}),
                {{SaysText, big}, {SaysText, "Hello"}}, 1000);
        addCase("7.3.1 no code", clientFrame(SaysClose, {}), {}, 1005);
        addFailure("7.3.2 half a code", clientFrame(SaysClose, "a"));
        addCase("7.3.3 a code", clientClose(1000), {}, 1000);
        addCase("7.3.4 a reason", clientClose(1000, "Hello World!"), {}, 1000);
        addCase("7.3.5 the longest", clientClose(1000, QByteArray(123, '*')), {}, 1000);
        addFailure("7.3.6 too long", clientClose(1000, QByteArray(124, '*')));
        addFailure("7.5.1 not UTF-8", clientClose(1000, "\xce\xba\xe1\xbd\xb9\xed\xa0\x80"),
                   NotUtf8);
        for (const int code :
             {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999}) {
            addCase(qPrintable(QStringLiteral("7.7 %1").arg(code)), clientClose(code), {}, code);
        }
        for (const int code :
             {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535}) {
            addFailure(qPrintable(QStringLiteral("7.9, 7.13 %1").arg(code)), clientClose(code));
        }
    }
    void case7Closing() { judge(); }

    void case9And10Long_data()
    {
        addColumns();
        for (const int kib : {64, 256, 1024, 4096, 8192, 16384}) {
            const QByteArray payload(kib * 1024, '*');
            QTest::addRow("9.1 text of %d KiB", kib)
                << text(payload) << Whole << QList<Frame>{{SaysText, payload}} << 0;
            QTest::addRow("9.2 bytes of %d KiB", kib) << clientFrame(SaysBytes, payload) << Whole
                                                      << QList<Frame>{{SaysBytes, payload}} << 0;
        }
        const QByteArray four(4 * 1024 * 1024, '*');
        for (const int size : {64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304}) {
            QTest::addRow("9.3, 9.4 in parts of %d", size)
                << inFrames(four, size) << Whole << QList<Frame>{{SaysText, four}} << 0;
        }
        const QByteArray one(1024 * 1024, '*');
        for (const int size : {64, 128, 256, 512, 1024, 2048}) {
            QTest::addRow("9.5, 9.6 chopped by %d", size)
                << text(one) << qsizetype(size) << QList<Frame>{{SaysText, one}} << 0;
        }
        const QByteArray parted(65536, '*');
        QTest::newRow("10.1.1 parts of 1300")
            << inFrames(parted, 1300) << Whole << QList<Frame>{{SaysText, parted}} << 0;
    }
    void case9And10Long() { judge(); }
};

TP_TEST(TestAutobahn)
#include "tst_autobahn.moc"
