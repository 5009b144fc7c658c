// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/backendprocess/loglines.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::backendprocess::LogLines;

class TestLogLines final : public QObject
{
    Q_OBJECT

private slots:
    void aSecretIsLeftOut()
    {
        LogLines log;
        log.append("before\nthe code is ABCD-EFGH\n");
        log.leaveOut(QStringLiteral("ABCD-EFGH"));
        log.append("again ABCD-EFGH\nafter\nhalf of ABCD-EFGH");
        QCOMPARE(log.lines(), (QStringList{QStringLiteral("before"), QStringLiteral("after")}));
        QCOMPARE(log.lastLine(), QStringLiteral("after"));
    }

    void piecesMakeLines()
    {
        LogLines log;
        QVERIFY(log.lastLine().isEmpty());
        log.append("one\ntw");
        log.append("o\r\n\n  \nthree");
        QCOMPARE(log.lines(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(log.lastLine(), u"three"_s);
    }

    void onlyTheLastLinesAreKept()
    {
        LogLines log;
        for (int n = 0; n < 1'000; ++n)
            log.append(QByteArray::number(n) + '\n');
        QCOMPARE(log.lines().size(), LogLines::LinesMax);
        QCOMPARE(log.lines().first(), u"800"_s);
    }

    void aLineWithoutEndIsCut()
    {
        LogLines log;
        for (int n = 0; n < 100; ++n)
            log.append(QByteArray(100'000, 'x'));
        QCOMPARE(log.lines().size(), 1);
        QCOMPARE(log.lastLine().size(), LogLines::LineLengthMax);
        log.append("\nnext\n");
        QCOMPARE(log.lastLine(), u"next"_s);
    }
};

TP_TEST(TestLogLines)

#include "tst_loglines.moc"
