// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/uuid.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using tp::Uuid;
using tp::test::SeededRandom;

class TestUuid final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheLongFormInAnyCase()
    {
        const auto uuid = Uuid::parse(u"0190A1B2-c3d4-7E5F-8901-23456789abCD");
        QVERIFY(uuid);
        QCOMPARE(uuid->toQString(), QStringLiteral("0190a1b2-c3d4-7e5f-8901-23456789abcd"));
        QCOMPARE(Uuid::parse(std::string_view(uuid->toString())), uuid);
        QVERIFY(!uuid->isNil());
        QVERIFY(Uuid::parse(u"00000000-0000-0000-0000-000000000000")->isNil());
        QVERIFY(Uuid().isNil());
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = QStringLiteral("0190a1b2-c3d4-7e5f-8901-23456789abcd");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << good.chopped(1);
        QTest::newRow("long") << good + QLatin1Char('0');
        QTest::newRow("braces") << QLatin1Char('{') + good + QLatin1Char('}');
        QTest::newRow("no hyphens") << QString(good).remove(QLatin1Char('-'));
        QTest::newRow("spaces") << QLatin1Char(' ') + good.chopped(1);
        QTest::newRow("hyphen moved") << QStringLiteral("0190a1b-2c3d4-7e5f-8901-23456789abcd");
        QTest::newRow("letter g") << QString(good).replace(0, 1, QLatin1Char('g'));
        QTest::newRow("other digits") << QString(good).replace(0, 1, QChar(0x0661));
        QTest::newRow("low byte matches") << QString(good).replace(0, 1, QChar(0x0130));
        QTest::newRow("null") << QString(36, QChar(0));
        QTest::newRow("huge") << QString(1'000'000, QLatin1Char('0'));
    }

    void refusesEverythingElse()
    {
        QFETCH(QString, text);
        QVERIFY(!Uuid::parse(text));
        QVERIFY(!Uuid::parse(std::string_view(text.toStdString())));
    }

    void everyHexDigitRoundTrips()
    {
        auto random = SeededRandom::fresh();
        for (int i = 0; i < 2000; ++i) {
            const Uuid uuid = Uuid::v7(qint64(random.below(quint64(1) << 48)), random);
            QCOMPARE(*Uuid::parse(std::string_view(uuid.toString())), uuid);
            QCOMPARE(*Uuid::parse(uuid.toQString().toUpper()), uuid);
        }
    }

    /// RFC 9562, appendix A.6.
    void version7HoldsItsTime()
    {
        SeededRandom random(1);
        const QString text = Uuid::v7(0x017f22e279b0, random).toQString();
        QVERIFY(text.startsWith(QStringLiteral("017f22e2-79b0-7")));
        QVERIFY(QStringLiteral("89ab").contains(text.at(19)));
        QVERIFY(Uuid::v7(0, random).toQString().startsWith(QStringLiteral("00000000-0000-7")));
        QVERIFY(Uuid::v7((qint64(1) << 48) - 1, random)
                    .toQString()
                    .startsWith(QStringLiteral("ffffffff-ffff-7")));
    }

    void version7SortsByTime()
    {
        auto random = SeededRandom::fresh();
        Uuid last;
        for (qint64 ms = 1; ms < (qint64(1) << 47); ms *= 2) {
            const Uuid next = Uuid::v7(ms, random);
            QVERIFY(last < next);
            QVERIFY(last.toString() < next.toString());
            last = next;
        }
    }

    void noTwoAreAlike()
    {
        auto random = SeededRandom::fresh();
        QSet<QString> seen;
        for (int i = 0; i < 10'000; ++i)
            seen.insert(Uuid::v7(1, random).toQString());
        QCOMPARE(seen.size(), 10'000);
    }

    void anIdKeepsItsKind()
    {
        static_assert(!std::is_convertible_v<tp::ProductId, tp::CategoryId>);
        static_assert(!std::is_convertible_v<Uuid, tp::ProductId>);
        const std::string text = "0190a1b2-c3d4-7e5f-8901-23456789abcd";
        QCOMPARE(tp::ProductId::parse(text)->toString(), text);
        QVERIFY(!tp::ProductId::parse("x"));
        QVERIFY(tp::ProductId().isNil());
    }
};

TP_TEST(TestUuid)
#include "tst_uuid.moc"
