// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/testshop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/shoptext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestShopText final : public QObject
{
    Q_OBJECT

    const tp::ui::ShopText m_text{QLocale(QLocale::English, QLocale::UnitedStates)};

private slots:
    void quantitiesAreWrittenAsTheCountryDoes_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<qint64>("thousandths");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << u"en_US"_s << qint64(0) << u"0"_s;
        QTest::newRow("three") << u"en_US"_s << qint64(3'000) << u"3"_s;
        QTest::newRow("a half") << u"en_US"_s << qint64(500) << u"0.5"_s;
        QTest::newRow("thousandth") << u"en_US"_s << qint64(1) << u"0.001"_s;
        QTest::newRow("negative") << u"en_US"_s << qint64(-1'050) << u"-1.05"_s;
        QTest::newRow("large") << u"en_US"_s << qint64(1'234'567'000) << u"1,234,567"_s;
        QTest::newRow("german") << u"de_DE"_s << qint64(750) << u"0,75"_s;
        QTest::newRow("arabic") << u"ar_EG"_s << qint64(2'050) << u"\u0662\u066b\u0660\u0665"_s;
    }

    void quantitiesAreWrittenAsTheCountryDoes()
    {
        QFETCH(QString, locale);
        QFETCH(qint64, thousandths);
        const tp::ui::ShopText text{QLocale(locale)};
        QTEST(text.quantity(tp::test::pieces(thousandths)), "text");
    }

    void aBadgeSaysWhatIsLeft_data()
    {
        QTest::addColumn<qint64>("available");
        QTest::addColumn<qint64>("low");
        QTest::addColumn<tp::ui::WhenShort>("whenShort");
        QTest::addColumn<QString>("badge");
        using enum tp::ui::WhenShort;
        QTest::newRow("plenty") << qint64(10'000) << qint64(3'000) << Refuse << QString();
        QTest::newRow("at the mark") << qint64(3'000) << qint64(3'000) << Refuse << u"3 left"_s;
        QTest::newRow("no mark") << qint64(1'000) << qint64(-1) << Refuse << QString();
        QTest::newRow("none") << qint64(0) << qint64(3'000) << Refuse << u"Sold out"_s;
        QTest::newRow("below none") << qint64(-2'000) << qint64(-1) << Warn << u"Sold out"_s;
        QTest::newRow("sold anyway") << qint64(0) << qint64(3'000) << Allow << QString();
    }

    void aBadgeSaysWhatIsLeft()
    {
        QFETCH(qint64, available);
        QFETCH(qint64, low);
        QFETCH(tp::ui::WhenShort, whenShort);
        tp::ui::ShopProduct product = tp::test::product(1, u"Flat white"_s);
        product.available = tp::test::pieces(available);
        if (low >= 0)
            product.lowStock = tp::test::pieces(low);
        product.whenShort = whenShort;
        QTEST(m_text.stockBadge(product), "badge");
    }

    void whatIsWeighedIsLeftInItsUnit()
    {
        tp::ui::ShopProduct carrots = tp::test::product(1, u"Carrots"_s);
        carrots.unit = tp::ui::Unit::Kilogram;
        carrots.available = tp::test::pieces(2'400);
        carrots.lowStock = tp::test::pieces(5'000);
        QCOMPARE(m_text.stockBadge(carrots), u"2.4\u00a0kg left"_s);
        QCOMPARE(m_text.measure(tp::test::pieces(1'500), tp::ui::Unit::Litre), u"1.5\u00a0l"_s);
        QCOMPARE(m_text.measure(tp::test::pieces(2'000), tp::ui::Unit::Metre), u"2\u00a0m"_s);
        QCOMPARE(m_text.measure(tp::test::pieces(2'000), tp::ui::Unit::Each), u"2"_s);
    }

    void aTileIsReadAloudWithItsStock()
    {
        tp::ui::ShopProduct product = tp::test::product(1, u"Flat white"_s);
        QCOMPARE(m_text.spoken(product), u"Flat white, $4.20"_s);
        product.available = {};
        QCOMPARE(m_text.spoken(product), u"Flat white, $4.20, Sold out"_s);
    }

    void aPercentSignInANameStaysOne()
    {
        QCOMPARE(m_text.spoken(tp::test::product(1, u"Cocoa 100%2 %1"_s)),
                 u"Cocoa 100%2 %1, $4.20"_s);
    }
};

TP_TEST(TestShopText)

#include "tst_shoptext.moc"
