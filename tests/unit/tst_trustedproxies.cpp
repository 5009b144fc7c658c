// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/trustedproxies.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::http::RequestHead;
using tp::http::TrustedProxies;

class TestTrustedProxies final : public QObject
{
    Q_OBJECT

private slots:
    void theClientIsTheLastThatIsNoProxyOfOurs_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QString>("forwarded");
        QTest::addColumn<QString>("client");
        const auto row = [](const char *name, const char *peer, const char *forwarded,
                            const char *client) {
            QTest::newRow(name) << QString::fromLatin1(peer) << QString::fromLatin1(forwarded)
                                << QString::fromLatin1(client);
        };
        row("nobody in between", "203.0.113.9", "", "203.0.113.9");
        row("a stranger's word", "203.0.113.9", "198.51.100.1", "203.0.113.9");
        row("our proxy", "10.1.2.3", "198.51.100.1", "198.51.100.1");
        row("our proxy says nothing", "10.1.2.3", "", "10.1.2.3");
        row("what the client wrote itself", "10.1.2.3", "1.1.1.1, 198.51.100.1", "198.51.100.1");
        row("two proxies of ours", "10.1.2.3", "198.51.100.1, 127.0.0.1", "198.51.100.1");
        row("all of them ours", "10.1.2.3", "10.0.0.1,127.0.0.1", "10.1.2.3");
        row("no address", "10.1.2.3", "198.51.100.1, unknown", "10.1.2.3");
        row("the other family", "10.1.2.3", "2001:db8::7", "2001:db8::7");
    }
    void theClientIsTheLastThatIsNoProxyOfOurs()
    {
        QFETCH(QString, peer);
        QFETCH(QString, forwarded);
        QFETCH(QString, client);
        const auto proxies = TrustedProxies::parse({u"10.0.0.0/8"_s, u"127.0.0.1"_s});
        QVERIFY(proxies);
        RequestHead head;
        head.peer = peer.toStdString();
        if (!forwarded.isEmpty())
            head.headers.emplace_back("X-Forwarded-For", forwarded.toStdString());
        QCOMPARE(QString::fromStdString(proxies->clientOf(head)), client);
        QCOMPARE(TrustedProxies().clientOf(head), head.peer);
        QCOMPARE(TrustedProxies::isForwarded(head), !forwarded.isEmpty());
    }

    void whatIsNoAddressIsRefused()
    {
        for (const char *wrong : {"", "proxy.example", "10.0.0.0/99", "10.0.0.0/8,", "*"})
            QVERIFY2(!TrustedProxies::parse({QString::fromLatin1(wrong)}), wrong);
    }
};

TP_TEST(TestTrustedProxies)
#include "tst_trustedproxies.moc"
