// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/gtin.h"
#include "tests/support/testmain.h"

#include <QTest>

class TestGtin final : public QObject
{
    Q_OBJECT

private slots:
    void checksTheLastDigit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isValid");
        const auto row = [](const char *text, bool isValid) {
            QTest::newRow(text) << QString::fromUtf8(text) << isValid;
        };
        row("96385074", true);
        row("96385075", false);
        row("036000291452", true);
        row("036000291453", false);
        row("4006381333931", true);
        row("4006381333930", false);
        row("5901234123457", true);
        row("10614141000415", true);
        row("10614141000416", false);
    }

    void checksTheLastDigit()
    {
        QFETCH(QString, text);
        QTEST(tp::isValidGtin(text), "isValid");
    }

    void refusesOtherLengthsAndLetters()
    {
        QVERIFY(!tp::isValidGtin({}));
        for (int length = 0; length < 40; ++length) {
            const bool isLength = length == 8 || length == 12 || length == 13 || length == 14;
            QCOMPARE(tp::isValidGtin(QString(length, QLatin1Char('0'))), isLength);
        }
        QVERIFY(!tp::isValidGtin(QString(1'000'000, QLatin1Char('0'))));
        QVERIFY(!tp::isValidGtin(u"9638507X"));
        QVERIFY(!tp::isValidGtin(u" 6385074"));
        QVERIFY(!tp::isValidGtin(u"-6385074"));
        QVERIFY(!tp::isValidGtin(u"\u0669\u0666\u0663\u0668\u0665\u0660\u0667\u0664"));
    }

    /// One digit mistyped is always found; that is what the digit is there for.
    void findsEverySingleMistypedDigit()
    {
        const QString good = QStringLiteral("4006381333931");
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString typed = good;
                typed[i] = QChar(digit);
                QCOMPARE(tp::isValidGtin(typed), typed == good);
            }
        }
    }
};

TP_TEST(TestGtin)
#include "tst_gtin.moc"
