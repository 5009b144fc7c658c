// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/moneytext.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Currency;
using tp::displayText;
using tp::editText;
using tp::ErrorCode;
using tp::Money;
using tp::parseMoneyText;

class TestMoneyText final : public QObject
{
    Q_OBJECT

    static Money money(const QString &code, qint64 minor)
    {
        return *Money::fromMinor(minor, *Currency::fromCode(code));
    }

private slots:
    void looksAsTheCountryWritesIt_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *locale, const char *code, qint64 minor,
                            const char *expected) {
            QTest::addRow("%s %s %lld", locale, code, minor)
                << QString::fromLatin1(locale) << QString::fromLatin1(code) << minor
                << QString::fromUtf8(expected);
        };
        row("en_US", "USD", 123456, "$1,234.56");
        row("en_US", "USD", -123456, "-$1,234.56");
        row("en_US", "USD", 5, "$0.05");
        row("en_US", "EUR", 123456, "€1,234.56");
        row("en_US", "CHF", 123456, "CHF\u00a01,234.56");
        row("en_US", "JPY", 1234, "JP¥1,234");
        row("en_US", "KWD", 1234567, "KWD\u00a01,234.567");
        row("en_GB", "GBP", 99, "£0.99");
        row("de_DE", "EUR", 123456, "1.234,56\u00a0€");
        row("de_DE", "EUR", -123456, "-1.234,56\u00a0€");
        row("de_DE", "USD", 123456, "1.234,56\u00a0US$");
        row("de_CH", "CHF", 123456, "1’234.56\u00a0CHF");
        row("fr_FR", "EUR", 123456789, "1\u202f234\u202f567,89\u00a0€");
        row("fr_FR", "EUR", -150, "-1,50\u00a0€");
        row("es_ES", "EUR", 123456, "1234,56\u00a0€");
        row("es_ES", "EUR", 1234567, "12.345,67\u00a0€");
        row("es_ES", "EUR", 123456789, "1.234.567,89\u00a0€");
        row("pl_PL", "PLN", 123456789, "1\u00a0234\u00a0567,89\u00a0zł");
        row("en_IN", "INR", 1234567890, "₹1,23,45,678.90");
        row("ja_JP", "JPY", 1234567, "￥1,234,567");
        row("ar_EG", "EGP", 123456, "١٬٢٣٤٫٥٦\u00a0ج.م.\u200f");
        row("ar_KW", "KWD", 1234567, "١٬٢٣٤٫٥٦٧\u00a0د.ك.\u200f");
        row("C", "CHF", -123456, "-1234.56\u00a0CHF");
    }

    void looksAsTheCountryWritesIt()
    {
        QFETCH(QString, locale);
        QFETCH(QString, code);
        QFETCH(qint64, minor);
        const QLocale used = locale == u"C" ? QLocale::c() : QLocale(locale);
        QTEST(displayText(money(code, minor), used), "expected");
    }

    void largeAmountsAreExact()
    {
        const QLocale english(QStringLiteral("en_US"));
        QCOMPARE(displayText(money(QStringLiteral("USD"), 999'999'999'999'999), english),
                 QStringLiteral("$9,999,999,999,999.99"));
        QCOMPARE(displayText(money(QStringLiteral("JPY"), -Money::MinorMax), english),
                 QStringLiteral("-JP¥1,000,000,000,000,000"));
    }

    void aFieldShowsTheNumberAlone()
    {
        const QLocale german(QStringLiteral("de_DE"));
        QCOMPARE(editText(money(QStringLiteral("EUR"), 123456), german), QStringLiteral("1234,56"));
        QCOMPARE(editText(money(QStringLiteral("EUR"), -5), german), QStringLiteral("-0,05"));
        QCOMPARE(editText(money(QStringLiteral("JPY"), 12345), german), QStringLiteral("12345"));
    }

    void aLocaleWithoutGroupsKeepsNone()
    {
        QLocale english(QStringLiteral("en_US"));
        english.setNumberOptions(QLocale::OmitGroupSeparator);
        QCOMPARE(displayText(money(QStringLiteral("USD"), 123456), english),
                 QStringLiteral("$1234.56"));
    }

    /// Amounts of every length and both ends, in every locale that Qt knows.
    void textRoundTripsInEveryLocale()
    {
        auto random = tp::test::SeededRandom::fresh();
        const QList<QLocale> locales = QLocale::matchingLocales(
            QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        QVERIFY(locales.size() > 300);
        for (const QLocale &locale : locales) {
            QStringList codes{QStringLiteral("EUR"), QStringLiteral("USD"), QStringLiteral("JPY"),
                              QStringLiteral("KWD"), QStringLiteral("CLF"), QStringLiteral("XOF")};
            codes.append(locale.currencySymbol(QLocale::CurrencyIsoCode));
            for (const QString &code : codes) {
                const auto currency = Currency::fromCode(code);
                if (!currency)
                    continue;
                QList<qint64> amounts{
                    0, 5, -1, 123456, -1234567, Money::MinorMax, -Money::MinorMax};
                for (int i = 0; i < 3; ++i)
                    amounts.append(random.between(-Money::MinorMax, Money::MinorMax) >>
                                   random.below(50));
                for (const qint64 minor : amounts) {
                    const Money amount = *Money::fromMinor(minor, *currency);
                    for (const QString &text :
                         {displayText(amount, locale), editText(amount, locale)}) {
                        const auto read = parseMoneyText(text, *currency, locale);
                        if (!read || *read != amount) {
                            QFAIL(qPrintable(
                                QStringLiteral("%1 %2 %3: %4")
                                    .arg(locale.name(), code, QString::number(minor), text)));
                        }
                    }
                }
            }
        }
    }

    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        const auto row = [](const char *locale, const char *text, qint64 minor) {
            QTest::addRow("%s %s", locale, text)
                << QString::fromLatin1(locale) << QString::fromUtf8(text) << minor;
        };
        row("de_DE", "2,5", 250);
        row("de_DE", "2", 200);
        row("de_DE", ",5", 50);
        row("de_DE", "5,", 500);
        row("de_DE", "  1.234,5 € ", 123450);
        row("de_DE", "€1234,50", 123450);
        row("de_DE", "EUR 1234", 123400);
        row("de_DE", "1234 eur", 123400);
        row("de_DE", "1.234", 123400);
        row("de_DE", "1 234,50", 123450);
        row("de_DE", "-5", -500);
        row("de_DE", "5-", -500);
        row("de_DE", "\u22125", -500);
        row("de_DE", "- 5 €", -500);
        row("de_DE", "+5", 500);
        row("de_DE", "(5)", -500);
        row("en_US", "€-5.00", -500);
        row("en_US", "1,234.56", 123456);
        row("fr_FR", "2.50", 250); // The key pad's point, where no point groups.
        row("fr_FR", "1 234,56", 123456);
        row("de_CH", "1'234.50", 123450);
        row("en_IN", "12,34,567.50", 123456750);
        row("en_IN", "1,234,567.50", 123456750);
        row("ar_EG", "12.50", 1250);
        row("ar_EG", "١٢٫٥٠", 1250);
        row("en_US", "١٢.٥٠", 1250);
    }

    void readsWhatPeopleType()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        const auto read = parseMoneyText(text, *Currency::fromCode(u"EUR"), QLocale(locale));
        QVERIFY(read);
        QTEST(read->minor(), "minor");
    }

    void refusesWhatCouldMeanSomethingElse_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *locale, const char *text) {
            QTest::addRow("%s %s", locale, text)
                << QString::fromLatin1(locale) << QString::fromUtf8(text);
        };
        for (const char *text :
             {"",      " ",   "-",   "€",    "€ -", ",",     "()",  "abc", "1€50", "5 $",
              "5 USD", "--5", "-5-", "(-5)", "€5€", "2,555", "1e2", "0x5", "½",    "²"})
            row("de_DE", text);
        row("de_DE", "2.50"); // Two hundred and fifty, or two and a half?
        row("de_DE", "1.23.4");
        row("de_DE", ".234");
        row("de_DE", "1234.567");
        row("de_DE", "1.234 567");
        row("de_DE", "1,234.5");
        row("de_DE", "1,2,3");
        row("en_US", "2,50");
        row("en_US", "1,234,5");
        row("en_US", "1.234,56");
        row("en_US", "1 2");
        row("ar_EG", "1,250");
    }

    void refusesWhatCouldMeanSomethingElse()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        const auto read = parseMoneyText(text, *Currency::fromCode(u"EUR"), QLocale(locale));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidText);
    }

    void refusesTooMuch()
    {
        const QLocale english(QStringLiteral("en_US"));
        const Currency euro = *Currency::fromCode(u"EUR");
        QCOMPARE(parseMoneyText(u"10,000,000,000,000.01", euro, english).error().code,
                 ErrorCode::OutOfRange);
        QCOMPARE(parseMoneyText(QString(90, QLatin1Char('9')), euro, english).error().code,
                 ErrorCode::OutOfRange);
        QCOMPARE(parseMoneyText(QString(1'000'000, QLatin1Char('(')), euro, english).error().code,
                 ErrorCode::InvalidText);
    }
};

TP_TEST(TestMoneyText)
#include "tst_moneytext.moc"
