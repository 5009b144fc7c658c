// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/currency.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Currency;

class TestCurrency final : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheDigitsBehindThePoint_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exponent");
        const auto row = [](const char *code, int exponent) {
            QTest::newRow(code) << QString::fromLatin1(code) << exponent;
        };
        row("AED", 2);
        row("EUR", 2);
        row("USD", 2);
        row("ZWG", 2);
        row("HUF", 2); // No coins, but the list says 2.
        row("JPY", 0);
        row("KRW", 0);
        row("UYI", 0);
        row("XOF", 0);
        row("BHD", 3);
        row("KWD", 3);
        row("TND", 3);
        row("CLF", 4);
        row("UYW", 4);
    }

    void knowsTheDigitsBehindThePoint()
    {
        QFETCH(QString, code);
        QFETCH(int, exponent);
        const auto currency = Currency::fromCode(code);
        QVERIFY(currency);
        QCOMPARE(currency->exponent(), exponent);
        QCOMPARE(currency->codeText(), code);
        QCOMPARE(currency->code(), std::string_view(code.toStdString()));
    }

    void refusesWhatIsNoActiveCurrency_data()
    {
        QTest::addColumn<QString>("code");
        const QStringList refused{
            QString(),
            QStringLiteral("EU"),
            QStringLiteral("EURO"),
            QStringLiteral("eur"),
            QStringLiteral("Eur"),
            QStringLiteral(" EUR"),
            QStringLiteral("EU "),
            QStringLiteral("EU1"),
            QStringLiteral("@@@"),
            QStringLiteral("[[["),
            QStringLiteral("DEM"), // Gone.
            QStringLiteral("HRK"),
            QStringLiteral("BGN"),
            QStringLiteral("XXX"), // No minor unit.
            QStringLiteral("XTS"),
            QStringLiteral("XAU"),
            QStringLiteral("XBA"),
            QStringLiteral("XDR"),
            QStringLiteral("\uff25\uff35\uff32"), // Full width.
            QStringLiteral("E\u0155R"),           // Its low byte is a capital letter.
            QString(3, QChar(0)),
            QString(1'000'000, QLatin1Char('E')),
        };
        for (qsizetype i = 0; i < refused.size(); ++i)
            QTest::newRow(qPrintable(QString::number(i))) << refused.at(i);
    }

    void refusesWhatIsNoActiveCurrency()
    {
        QFETCH(QString, code);
        QVERIFY(!Currency::fromCode(code));
        QVERIFY(!Currency::fromCode(std::string_view(code.toStdString())));
    }

    void listsAllActiveCodesOnce()
    {
        int listed = 0;
        for (char a = 'A'; a <= 'Z'; ++a) {
            for (char b = 'A'; b <= 'Z'; ++b) {
                for (char c = 'A'; c <= 'Z'; ++c) {
                    const char code[] = {a, b, c};
                    listed += Currency::fromCode(std::string_view(code, 3)) ? 1 : 0;
                }
            }
        }
        QCOMPARE(listed, 165); // List one of January 2026 without its "N.A." rows.
    }
};

TP_TEST(TestCurrency)
#include "tst_currency.moc"
