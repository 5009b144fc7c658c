// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::app::CommandLine;
using tp::app::readCommandLine;

class TestOptions final : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionIsUnderstood()
    {
        const CommandLine line =
            readCommandLine({u"--server"_s, u"https://shop.example:8443"_s, u"--data=/x y"_s,
                             u"--theme"_s, u"dark"_s, u"--language=de-AT"_s, u"--grab"_s,
                             u"x.png"_s, u"--quit-after-first-paint"_s});
        QVERIFY2(line.options, qPrintable(line.text));
        QCOMPARE(line.options->server, QUrl(u"https://shop.example:8443"_s));
        QCOMPARE(line.options->dataFolder, u"/x y"_s);
        QCOMPARE(line.options->appearance, u"dark"_s);
        QCOMPARE(line.options->locale->territory(), QLocale::Austria);
        QCOMPARE(line.options->grabFile, u"x.png"_s);
        QVERIFY(line.options->quitAfterFirstPaint);
        QVERIFY(!line.options->isDemo);
    }

    void withoutOptionsThisComputersShopOpens()
    {
        const CommandLine line = readCommandLine({});
        QVERIFY(line.options);
        QVERIFY(line.options->server.isEmpty());
        QVERIFY(!line.options->locale);
    }

    void helpAndVersionAreNoFailure()
    {
        QVERIFY(readCommandLine({u"--help"_s}).text.contains(u"--demo"_s));
        QCOMPARE(readCommandLine({u"-h"_s}).exitCode, 0);
        QVERIFY(readCommandLine({u"--version"_s}).text.startsWith(u"tradepost "_s));
    }

    void nonsenseIsRefusedInWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown") << QStringList{u"--dmeo"_s} << u"--dmeo"_s;
        QTest::newRow("a file") << QStringList{u"shop.db"_s} << u"shop.db"_s;
        QTest::newRow("no value") << QStringList{u"--server"_s} << u"--server"_s;
        QTest::newRow("empty value") << QStringList{u"--data="_s} << u"--data"_s;
        QTest::newRow("value too many") << QStringList{u"--demo=1"_s} << u"--demo"_s;
        QTest::newRow("no address") << QStringList{u"--server=shop"_s} << u"shop"_s;
        QTest::newRow("ftp") << QStringList{u"--server=ftp://x"_s} << u"ftp://x"_s;
        QTest::newRow("theme") << QStringList{u"--theme=pink"_s} << u"pink"_s;
        QTest::newRow("language") << QStringList{u"--language=klingonese"_s} << u"klingonese"_s;
        QTest::newRow("both") << QStringList{u"--demo"_s, u"--server=http://x"_s} << u"--demo"_s;
    }

    void nonsenseIsRefusedInWords()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CommandLine line = readCommandLine(arguments);
        QVERIFY(!line.options);
        QCOMPARE(line.exitCode, 64);
        QVERIFY2(line.text.contains(said), qPrintable(line.text));
    }
};

TP_TEST(TestOptions)

#include "tst_options.moc"
