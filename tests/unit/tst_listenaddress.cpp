// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/listenaddress.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::http::ListenAddress;

class TestListenAddress final : public QObject
{
    Q_OBJECT

private slots:
    void isParsed_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *text, const char *written, const char *url) {
            QTest::newRow(text) << QString::fromLatin1(written) << QString::fromLatin1(url);
        };
        row("127.0.0.1:8080", "127.0.0.1:8080", "127.0.0.1:8080");
        row("localhost:0", "127.0.0.1:0", "127.0.0.1:0");
        row("[::1]:80", "[::1]:80", "[::1]:80");
        row("*:65535", "*:65535", "127.0.0.1:65535");
        row("0.0.0.0:80", "0.0.0.0:80", "127.0.0.1:80");
        row("[::]:80", "[::]:80", "[::1]:80");
    }
    void isParsed()
    {
        QFETCH(QString, written);
        QFETCH(QString, url);
        const auto address = ListenAddress::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(address);
        QCOMPARE(address->toString(), written);
        QCOMPARE(address->hostForUrl(), url);
    }

    void isRefused_data()
    {
        QTest::addColumn<int>("unused");
        for (const char *text : {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536",
                                 "127.0.0.1:-1", "127.0.0.1:+1", "127.0.0.1: 1", "127.0.0.1:x",
                                 "::1:80", "[127.0.0.1]:80", "[::1]", "[]:80", "shop.example:80",
                                 "1:80", "1.2.3:80", "1.2.3.256:80", "http://127.0.0.1:80"})
            QTest::newRow(text) << 0;
    }
    void isRefused()
    {
        const auto address = ListenAddress::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!address);
        QCOMPARE(address.error().code, tp::ErrorCode::InvalidValue);
        QVERIFY(address.error().detail.contains(QStringLiteral("ADDRESS:PORT")));
    }
};

TP_TEST(TestListenAddress)
#include "tst_listenaddress.moc"
