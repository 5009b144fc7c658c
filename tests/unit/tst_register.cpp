// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/register.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::registers;

/// What a register is called, what its numbers begin with, and how a till proves that it is one.
class TestRegister : public QObject
{
    Q_OBJECT

private slots:
    void aCodeIsOfCapitalLettersAndDigits_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("first") << u"T1"_s << true;
        QTest::newRow("longest") << u"ABCDEF78"_s << true;
        QTest::newRow("digit") << u"1"_s << true;
        QTest::newRow("too long") << u"ABCDEFG89"_s << false;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("small") << u"t1"_s << false;
        QTest::newRow("hyphen") << u"T-1"_s << false;
        QTest::newRow("accent") << u"É"_s << false;
        QTest::newRow("other digits") << u"T\u0661"_s << false;
        QTest::newRow("full width") << u"\uff34"_s << false;
    }

    void aCodeIsOfCapitalLettersAndDigits()
    {
        QFETCH(QString, code);
        QTEST(isRegisterCode(code), "isOne");
    }

    void eachClaimHasASeriesOfItsOwn_data()
    {
        QTest::addColumn<int>("claim");
        QTest::addColumn<QString>("series");
        QTest::newRow("first") << 1 << u"T1"_s;
        QTest::newRow("second") << 2 << u"T1B"_s;
        QTest::newRow("last letter") << 26 << u"T1Z"_s;
        QTest::newRow("two letters") << 27 << u"T1AA"_s;
        QTest::newRow("next") << 28 << u"T1AB"_s;
        QTest::newRow("second row") << 53 << u"T1BA"_s;
        QTest::newRow("last of two") << 702 << u"T1ZZ"_s;
        QTest::newRow("three letters") << 703 << u"T1AAA"_s;
    }

    void eachClaimHasASeriesOfItsOwn()
    {
        QFETCH(int, claim);
        QTEST(QString::fromStdString(seriesOf("T1", claim)), "series");
    }

    void noSeriesComesTwice()
    {
        QSet<QByteArray> seen;
        for (int claim = 1; claim <= 20'000; ++claim)
            seen.insert(QByteArray::fromStdString(seriesOf("T1", claim)));
        QCOMPARE(seen.size(), 20'000);
    }
};

TP_TEST(TestRegister)
#include "tst_register.moc"
