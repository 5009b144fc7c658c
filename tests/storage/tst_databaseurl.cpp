// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/databaseurl.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::storage::DatabaseUrl;
using tp::storage::Dialect;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsMeantAbsolutely_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("absolute") << u"sqlite:/var/lib/shop.db"_s << u"/var/lib/shop.db"_s;
        QTest::newRow("as others write it")
            << u"sqlite:///var/lib/shop.db"_s << u"/var/lib/shop.db"_s;
        QTest::newRow("relative") << u"sqlite:shop.db"_s << QDir::currentPath() + u"/shop.db"_s;
        QTest::newRow("odd") << u"sqlite:/tmp/my shop?x=%20.db"_s << u"/tmp/my shop?x=%20.db"_s;
    }

    void aFileIsMeantAbsolutely()
    {
        QFETCH(QString, text);
        QFETCH(QString, path);
        const auto url = DatabaseUrl::parse(text);
        QVERIFY(url);
        QCOMPARE(url->dialect, Dialect::Sqlite);
        QCOMPARE(url->filePath, path);
        QCOMPARE(url->displayText(), u"sqlite:"_s + path);
    }

    void secretsAreNotShown()
    {
        const auto url =
            DatabaseUrl::parse(u"postgresql://anna:s3cret@db.example:5433/shop?sslmode=require"_s);
        QVERIFY(url);
        QCOMPARE(url->dialect, Dialect::Postgres);
        QCOMPARE(url->displayText(), u"postgresql://db.example:5433/shop"_s);
        const auto other = DatabaseUrl::parse(u"postgres://db.example/shop?password=s3cret"_s);
        QVERIFY(other);
        QCOMPARE(other->displayText(), u"postgresql://db.example/shop"_s);
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "shop.db", "sqlite:", "sqlite::memory:", "mysql://host/shop", "postgresql:/shop",
              "postgresql://[host/shop", "postgresql://host/shop?nonsense=1"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void everythingElseIsRefused()
    {
        QFETCH(QString, text);
        const auto url = DatabaseUrl::parse(text);
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::InvalidValue);
        QVERIFY(!url.error().detail.isEmpty());
    }
};

TP_TEST(TestDatabaseUrl)
#include "tst_databaseurl.moc"
