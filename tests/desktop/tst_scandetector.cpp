// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"
#include "ui/presentation/scandetector.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ui::ScanDetector;

/// The trials of the design as a table: what was typed, with what pauses, and what it was.
class TestScanDetector final : public QObject
{
    Q_OBJECT

    using Gaps = QList<int>;

    static bool isKnown(const QString &text)
    {
        return text == u"4010000007919"_s || text == u"96385074"_s;
    }

    /// Gaps are in front of each character but the first; the last of them is repeated.
    static std::optional<ScanDetector::Scan> typed(ScanDetector &detector, const QString &text,
                                                   const Gaps &gaps, int gapBeforeEnter = 5)
    {
        qint64 atMs = 1'000;
        for (qsizetype place = 0; place < text.size(); ++place) {
            if (place > 0)
                atMs += gaps.at(std::min(place - 1, gaps.size() - 1));
            detector.press(atMs, text.at(place));
        }
        return detector.finish(atMs + gapBeforeEnter, isKnown);
    }

private slots:
    void scansAreToldFromTyping_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Gaps>("gaps");
        QTest::addColumn<QString>("code");
        const QString code = u"4010000007919"_s;
        QTest::newRow("a scanner") << code << Gaps{4} << code;
        QTest::newRow("all at once") << code << Gaps{0} << code;
        QTest::newRow("a scanner behind a busy machine") << code << Gaps{30, 200, 10, 45} << code;
        QTest::newRow("one pause of half a second") << code << Gaps{5, 500, 5} << code;
        QTest::newRow("a code that nobody knows")
            << u"4006381333931"_s << Gaps{4} << u"4006381333931"_s;
        QTest::newRow("digits by hand") << u"96385074"_s << Gaps{100} << QString();
        QTest::newRow("a word at 160 words a minute") << u"croissant"_s << Gaps{75} << QString();
        QTest::newRow("median just over") << u"96385074"_s << Gaps{46} << QString();
        QTest::newRow("median just right") << u"96385074"_s << Gaps{45} << u"96385074"_s;
        QTest::newRow("too short") << u"12345"_s << Gaps{4} << QString();
        QTest::newRow("short and long enough") << u"123456"_s << Gaps{4} << u"123456"_s;
        QTest::newRow("half a word, then a scan")
            << u"croi4010000007919"_s << Gaps{150, 150, 150, 300, 4} << code;
        QTest::newRow("half a word, then a scan at once")
            << u"croi4010000007919"_s << Gaps{150, 150, 150, 70, 4} << code;
        QTest::newRow("half a word over 500 ms before")
            << u"croi4010000007919"_s << Gaps{150, 150, 150, 501, 4} << code;
        QTest::newRow("a shorter code within") << u"4096385074"_s << Gaps{4} << u"4096385074"_s;
    }

    void scansAreToldFromTyping()
    {
        QFETCH(QString, text);
        QFETCH(Gaps, gaps);
        ScanDetector detector;
        const auto scan = typed(detector, text, gaps);
        QTEST(scan ? scan->code : QString(), "code");
        if (scan)
            QCOMPARE(scan->first + scan->code.size(),
                     gaps.contains(501) ? scan->code.size() : text.size());
    }

    void anEnterThatComesLateIsAPersons()
    {
        ScanDetector detector;
        QVERIFY(!typed(detector, u"96385074"_s, {4}, 501));
        QVERIFY(typed(detector, u"96385074"_s, {4}, 500));
    }

    void aScanDoesNotLeaveATrace()
    {
        ScanDetector detector;
        QVERIFY(typed(detector, u"96385074"_s, {4}));
        QVERIFY(!detector.finish(1'100, isKnown)); // Enter again.
        const auto second = typed(detector, u"4010000007919"_s, {4});
        QVERIFY(second);
        QCOMPARE(second->first, 0);
    }

    void anotherKeyInBetweenBreaksIt()
    {
        ScanDetector detector;
        for (int place = 0; place < 8; ++place)
            detector.press(1'000 + place * 4, u'1');
        detector.reset();
        QVERIFY(!detector.finish(1'040, isKnown));
    }

    void placesWhereACodeMayBeginAreTold()
    {
        using Place = ScanDetector::Place;
        ScanDetector detector;
        QCOMPARE(detector.press(1'000, u'a'), Place::Begins);
        QCOMPARE(detector.press(1'060, u'b'), Place::Inside);
        QCOMPARE(detector.press(1'121, u'c'), Place::MayBegin);
        QCOMPARE(detector.press(1'622, u'd'), Place::Begins);
        QCOMPARE(detector.press(1'500, u'e'), Place::Begins); // A clock that went back.
    }

    void aPasteWithoutEndIsNoScan()
    {
        ScanDetector detector;
        for (int place = 0; place < 10'000; ++place)
            detector.press(1'000 + place, u'7');
        const auto scan = detector.finish(11'001, isKnown);
        QVERIFY(!scan || scan->code.size() <= ScanDetector::LengthMax);
    }
};

TP_TEST(TestScanDetector)

#include "tst_scandetector.moc"
