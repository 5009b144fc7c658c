// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/backendprocess/readyline.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::backendprocess::readReadyLine;
using tp::backendprocess::ReadyLine;

namespace {

/// JSON with ' for ", which moc could not read in a raw string.
QByteArray lineFrom(QByteArray json)
{
    return json.replace('\'', '"');
}

} // namespace

class TestReadyLine final : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereAndWho()
    {
        const ReadyLine line = readReadyLine(
            lineFrom("{'event':'ready','url':'http://127.0.0.1:43127','pid':4711,'urls':[]}"));
        QCOMPARE(line.kind, ReadyLine::Kind::Ready);
        QCOMPARE(line.url, QUrl(u"http://127.0.0.1:43127"_s));
        QCOMPARE(line.pid, 4711);
        QVERIFY(line.setUpCode.isEmpty());
    }

    void aFreshShopHandsOverItsCode()
    {
        const ReadyLine line = readReadyLine(
            lineFrom("{'event':'ready','url':'http://127.0.0.1:1','setup_code':'ABCD-EFGH'}"));
        QCOMPARE(line.kind, ReadyLine::Kind::Ready);
        QCOMPARE(line.setUpCode, u"ABCD-EFGH"_s);
        const ReadyLine odd =
            readReadyLine(lineFrom("{'event':'ready','url':'http://127.0.0.1:1','setup_code':17}"));
        QVERIFY(odd.setUpCode.isEmpty());
    }

    void otherLinesAreNotForUs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ReadyLine::Kind>("kind");
        using enum ReadyLine::Kind;
        QTest::newRow("empty") << QByteArray() << Other;
        QTest::newRow("words") << QByteArray("Migrating the database") << Other;
        QTest::newRow("another event") << lineFrom("{'event':'stopping'}") << Other;
        QTest::newRow("a list") << lineFrom("['ready']") << Other;
        QTest::newRow("cut") << lineFrom("{'event':'ready','url':'http://12") << Other;
        QTest::newRow("no url") << lineFrom("{'event':'ready'}") << Broken;
        QTest::newRow("empty url") << lineFrom("{'event':'ready','url':''}") << Broken;
        QTest::newRow("no host") << lineFrom("{'event':'ready','url':'http://'}") << Broken;
        QTest::newRow("a file") << lineFrom("{'event':'ready','url':'file:///x'}") << Broken;
        QTest::newRow("a number") << lineFrom("{'event':'ready','url':80}") << Broken;
        QTest::newRow("bad port") << QByteArray(lineFrom(
                                         "{'event':'ready','url':'http://127.0.0.1:99999'}"))
                                  << Broken;
    }

    void otherLinesAreNotForUs()
    {
        QFETCH(QByteArray, text);
        const ReadyLine line = readReadyLine(text);
        QTEST(line.kind, "kind");
        QVERIFY(line.url.isEmpty());
    }
};

TP_TEST(TestReadyLine)

#include "tst_readyline.moc"
