// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/throttleservice.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::auth::ThrottleService;

using namespace Qt::StringLiterals;

/// What wrong tries are counted by.
class TestThrottleKeys final : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsCountedByItsNetwork_data();
    void anAddressIsCountedByItsNetwork();
    void anAccountIsCountedByAHashOfItsName();
};

void TestThrottleKeys::anAddressIsCountedByItsNetwork_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *address, const char *key) {
        QTest::newRow(address) << QByteArray(address) << QByteArray(key);
    };
    row("127.0.0.1", "127.0.0.1");
    row("192.0.2.7", "192.0.2.7");
    row("::1", "::/64");
    row("2001:db8:1:2::1", "2001:db8:1:2::/64");
    row("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64");
    row("2001:DB8:1:2:0:0:0:9", "2001:db8:1:2::/64");
    row("2001:db8:1:3::1", "2001:db8:1:3::/64");
    row("fe80::1%eth0", "fe80::1%eth0");
    row("", "");
    row("unknown", "unknown");
}

void TestThrottleKeys::anAddressIsCountedByItsNetwork()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, key);
    QCOMPARE(ThrottleService::addressKey(address.toStdString()), key.toStdString());
}

void TestThrottleKeys::anAccountIsCountedByAHashOfItsName()
{
    const std::string key = ThrottleService::accountKey(u"ada@shop.example"_s);
    QCOMPARE(key.size(), std::size_t(64));
    QCOMPARE(key, ThrottleService::accountKey(u"ada@shop.example"_s));
    QVERIFY(key != ThrottleService::accountKey(u"ada@shop.exampl"_s));
    QCOMPARE(key.find("ada"), std::string::npos);
}

TP_TEST(TestThrottleKeys)
#include "tst_throttlekeys.moc"
