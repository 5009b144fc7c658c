// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/time.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QTest>

#include <limits>
#include <string>

using tp::contract::Time;
using tp::test::SeededRandom;

namespace {

std::string spelled(qint64 unixMs)
{
    std::string text(Time::TextSize, '?');
    Time::format(unixMs, text.data());
    return text;
}

} // namespace

class TestTime final : public QObject
{
    Q_OBJECT

private slots:
    void readsRfc3339_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("unixMs");
        const auto row = [](const char *text, qint64 unixMs) {
            QTest::newRow(text) << QString::fromLatin1(text) << unixMs;
        };
        row("1970-01-01T00:00:00Z", 0);
        row("1970-01-01t00:00:00.000z", 0);
        row("1970-01-01T00:00:00.1Z", 100);
        row("1970-01-01T00:00:00.123456789012Z", 123);
        row("1970-01-01T01:30:00+01:30", 0);
        row("1969-12-31T19:00:00-05:00", 0);
        row("1969-12-31T23:59:59.999Z", -1);
        row("2000-02-29T00:00:00Z", 951'782'400'000);
        row("2026-11-22T10:59:55.123Z", 1'795'345'195'123);
        row("0000-01-01T00:00:00Z", Time::UnixMsMin);
        row("9999-12-31T23:59:59.999Z", Time::UnixMsMax);
    }

    void readsRfc3339()
    {
        QFETCH(QString, text);
        QFETCH(qint64, unixMs);
        const auto time = Time::parse(text.toStdString());
        QVERIFY(time);
        QCOMPARE(time->unixMs, unixMs);
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "2026-11-22",
                                 "2026-11-22T10:59:55",
                                 "2026-11-22 10:59:55Z",
                                 "2026-11-22T10:59Z",
                                 "2026-11-22T10:59:60Z",
                                 "2026-11-22T24:00:00Z",
                                 "2026-11-22T10:60:00Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-00-01T00:00:00Z",
                                 "2026-02-29T00:00:00Z",
                                 "1900-02-29T00:00:00Z",
                                 "2026-04-31T00:00:00Z",
                                 "2026-01-00T00:00:00Z",
                                 "2026-1-01T00:00:00Z",
                                 "26-01-01T00:00:00Z",
                                 "+2026-01-01T00:00:00Z",
                                 "2026-01-01T00:00:00.Z",
                                 "2026-01-01T00:00:00,5Z",
                                 "2026-01-01T00:00:00Zx",
                                 " 2026-01-01T00:00:00Z",
                                 "2026-01-01T00:00:00+0100",
                                 "2026-01-01T00:00:00+24:00",
                                 "2026-01-01T00:00:00+01:60",
                                 "10000-01-01T00:00:00Z",
                                 "0000-01-01T00:00:00+00:01",
                                 "9999-12-31T23:59:59-00:01",
                                 "now"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refusesTheRest()
    {
        QFETCH(QString, text);
        QVERIFY(!Time::parse(text.toStdString()));
    }

    void everyMomentComesBackAndAgreesWithQt()
    {
        SeededRandom random = SeededRandom::fresh();
        for (int round = 0; round < 20'000; ++round) {
            const qint64 unixMs = random.between(Time::UnixMsMin, Time::UnixMsMax);
            const std::string text = spelled(unixMs);
            QCOMPARE(Time::parse(text)->unixMs, unixMs);
            if (text.starts_with("0000-"))
                continue; // Qt's calendar has no such year.
            const QDateTime qt = QDateTime::fromMSecsSinceEpoch(unixMs, Qt::UTC);
            QCOMPARE(QString::fromStdString(text), qt.toString(Qt::ISODateWithMs));
        }
    }

    void everyDayAroundLeapYearsComesBack()
    {
        constexpr qint64 Day = 86'400'000;
        for (qint64 day = -150'000; day < 150'000; day += 1) {
            const auto time = Time::parse(spelled(day * Day));
            QCOMPARE(time->unixMs, day * Day);
        }
    }

    void beyondTheYearsTheEndIsWritten()
    {
        QCOMPARE(spelled(std::numeric_limits<qint64>::min()),
                 std::string("0000-01-01T00:00:00.000Z"));
        QCOMPARE(spelled(std::numeric_limits<qint64>::max()),
                 std::string("9999-12-31T23:59:59.999Z"));
    }
};

TP_TEST(TestTime)
#include "tst_time.moc"
