// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/barcodetext.h"
#include "backend/catalogue/product.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Currency;
using tp::ErrorCode;
using tp::FieldError;
using tp::Money;
using namespace tp::catalogue;

namespace {

Currency productCurrency()
{
    return *Currency::fromCode(std::string_view("EUR"));
}

ProductDetails goodProduct()
{
    return {.sku = u"AB-12"_s,
            .name = u"Éclair au chocolat"_s,
            .description = {},
            .categoryId = {},
            .price = Money::fromMinor(250, productCurrency()).value(),
            .lowStock = {},
            .barcodes = {u"4006381333931"_s}};
}

} // namespace

/// What a product is by itself: its keys, its words, and what is wrong with it.
class TestProduct : public QObject
{
    Q_OBJECT

private slots:
    void skusAreAlikeWithoutCase_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("alike");
        QTest::newRow("case") << u"85123a"_s << u"85123A"_s << true;
        QTest::newRow("sharp s") << u"GROẞ"_s << u"groß"_s << true;
        QTest::newRow("composed") << u"e\u0301"_s << u"\u00c9"_s << true;
        QTest::newRow("accent") << u"E1"_s << u"É1"_s << false;
        QTest::newRow("space") << u"A 1"_s << u"A1"_s << false;
        QTest::newRow("zero") << u"01"_s << u"1"_s << false;
    }

    void skusAreAlikeWithoutCase()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(skuKey(one) == skuKey(other), "alike");
    }

    void theNameKeyIsCutBetweenCharacters()
    {
        const QString name = QString(199, u'a') + u"\U0001F375\U0001F375"_s;
        const std::string key = nameKey(name);
        QCOMPARE(QString::fromStdString(key), QString(199, u'a'));
        QVERIFY(nameKey(u"\u200d"_s).empty()); // Nothing that can be seen.
    }

    void everyWordIsFound()
    {
        QCOMPARE(QString::fromStdString(searchText(goodProduct())),
                 u" eclair au chocolat ab 12 ab12 4006381333931 "_s);
    }

    void theIndexKnowsCategoryAndWhatIsOff()
    {
        ProductDetails details = goodProduct();
        details.categoryId =
            tp::CategoryId::parse(std::string_view("01900000-0000-7000-8000-0000000000aa"));
        details.active = false;
        const std::string text = searchText(details);
        QVERIFY(text.ends_with(" =c01900000-0000-7000-8000-0000000000aa =off "));
    }

    void aChangeTouchesWhatItNames()
    {
        const ProductDetails before = goodProduct();
        QCOMPARE(ProductChange().appliedTo(before), before);
        ProductChange change;
        change.name = u"Tea"_s;
        change.lowStock = std::optional<tp::Quantity>();
        ProductDetails after = change.appliedTo(before);
        QCOMPARE(after.name, u"Tea"_s);
        after.name = before.name;
        QCOMPARE(after, before);
    }

    void problemsAreToldAtOnce()
    {
        QVERIFY(problemsOf(goodProduct(), productCurrency()).isEmpty());
        ProductDetails bad = goodProduct();
        bad.sku = u"  "_s;
        bad.name = QString(201, u'x');
        bad.description = u"a\u0007b"_s;
        bad.price = Money::fromMinor(-1, *Currency::fromCode(std::string_view("USD"))).value();
        bad.lowStock = tp::Quantity::fromThousandths(-1).value();
        bad.barcodes = {u"a b"_s, u"c"_s, u"c"_s, QString()};
        QStringList found;
        for (const FieldError &problem : problemsOf(bad, productCurrency()))
            found.append(u"%1 %2"_s.arg(problem.pointer).arg(int(problem.code)));
        const auto expected = [](const char *pointer, ErrorCode code) {
            return u"%1 %2"_s.arg(QLatin1String(pointer)).arg(int(code));
        };
        const QStringList all{expected("/sku", ErrorCode::TooShort),
                              expected("/name", ErrorCode::TooLong),
                              expected("/description", ErrorCode::InvalidText),
                              expected("/barcodes/0", ErrorCode::InvalidText),
                              expected("/barcodes/2", ErrorCode::DuplicateItem),
                              expected("/barcodes/3", ErrorCode::TooShort),
                              expected("/price/amount", ErrorCode::OutOfRange),
                              expected("/price/currency", ErrorCode::CurrencyMismatch),
                              expected("/low_stock", ErrorCode::OutOfRange)};
        QCOMPARE(found, all);
    }

    void lengthsAreCountedInCharacters()
    {
        ProductDetails details = goodProduct();
        details.name = QString::fromUcs4(std::u32string(200, U'\U0001F375').c_str());
        QVERIFY(problemsOf(details, productCurrency()).isEmpty());
        details.name = QString(QChar(0xd83c)); // Half a character.
        QCOMPARE(problemsOf(details, productCurrency()).size(), 1);
    }

    void namesGoThereAndBack()
    {
        for (const Unit unit : {Unit::Each, Unit::Kilogram, Unit::Litre, Unit::Metre})
            QCOMPARE(unitFromName(nameOf(unit)), unit);
        for (const auto whenShort : {WhenShort::Refuse, WhenShort::Allow, WhenShort::Warn})
            QCOMPARE(whenShortFromName(nameOf(whenShort)), whenShort);
        QVERIFY(!unitFromName("KG"));
        QVERIFY(!whenShortFromName(""));
    }

    void barcodesGoThereAndBack_data()
    {
        QTest::addColumn<QStringList>("barcodes");
        QTest::newRow("none") << QStringList();
        QTest::newRow("one") << QStringList{u"4006381333931"_s};
        QTest::newRow("quotes") << QStringList{u"a\"b\\"_s, u"\\"_s, u"\""_s, u",[]"_s};
    }

    void barcodesGoThereAndBack()
    {
        QFETCH(QStringList, barcodes);
        QCOMPARE(barcodesFromJson(barcodesToJson(barcodes)), barcodes);
    }
};

TP_TEST(TestProduct)
#include "tst_product.moc"
