// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/textfold.h"
#include "tests/desktop/testshop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/searchindex.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ui::SearchIndex;

class TestSearchIndex final : public QObject
{
    Q_OBJECT

    const QList<tp::ui::ProductRef> m_products = tp::test::refs({
        tp::test::product(1, u"Éclair au café"_s, u"ECL-1"_s, {u"4006381333931"_s}),
        tp::test::product(2, u"CAFÉ CRÈME"_s, u"CAFE"_s, {u"96385074"_s, u"036000291452"_s}),
        tp::test::product(3, u"Straße nach Łódź"_s, u"BOOK-7"_s),
        tp::test::product(4, u"Decaf \u201coat\u201d latte"_s, u"++"_s),
        tp::test::product(5, u"Cafe cremefraiche"_s, u"X 40063"_s),
    });

    QList<int> find(const QString &question) const
    {
        return SearchIndex(m_products).find(question);
    }

    /// What the index must find, the slow way.
    static QList<int> searched(const QList<tp::ui::ProductRef> &products, const QString &question)
    {
        QList<int> found;
        for (int place = 0; place < products.size(); ++place) {
            const auto &product = *products.at(place);
            QStringList words = tp::searchWords(product.name) + tp::searchWords(product.sku);
            for (const QString &barcode : product.barcodes)
                words += tp::searchWords(barcode);
            bool fits = true;
            for (const QString &wanted : tp::searchWords(question)) {
                fits = fits && std::any_of(words.begin(), words.end(), [&](const QString &word) {
                           return word.startsWith(wanted);
                       });
            }
            if (fits)
                found.append(place);
        }
        return found;
    }

private slots:
    void everyWordIsAPrefix_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QList<int>>("places");
        QTest::newRow("nothing asked") << QString() << QList{0, 1, 2, 3, 4};
        QTest::newRow("spaces alone") << u"  \t "_s << QList{0, 1, 2, 3, 4};
        QTest::newRow("accents and case") << u"eclair CAFE"_s << QList{0};
        QTest::newRow("exact SKU first") << u"cafe"_s << QList{1, 0, 4};
        QTest::newRow("any order") << u"crem caf"_s << QList{1, 4};
        QTest::newRow("not inside a word") << u"caf"_s << QList{0, 1, 4};
        QTest::newRow("sharp s") << u"STRASSE lodz"_s << QList{2};
        QTest::newRow("quoted") << u"oat"_s << QList{3};
        QTest::newRow("start of a barcode") << u"40063"_s << QList{0, 4};
        QTest::newRow("whole barcode") << u" 036000291452 "_s << QList{1};
        QTest::newRow("part of a SKU") << u"book"_s << QList{2};
        QTest::newRow("SKU without letters") << u"++"_s << QList{3};
        QTest::newRow("no word, no SKU") << u"--"_s << QList<int>{};
        QTest::newRow("no such thing") << u"cafe tea"_s << QList<int>{};
        QTest::newRow("one word twice") << u"cafe cafe creme"_s << QList{1, 4};
        QTest::newRow("very long") << QString(100'000, u'z') << QList<int>{};
    }

    void everyWordIsAPrefix()
    {
        QFETCH(QString, question);
        QTEST(find(question), "places");
    }

    void aBarcodeIsFoundWholeOrNotAtAll()
    {
        const SearchIndex index(m_products);
        QCOMPARE(index.findBarcode(u"96385074"_s), 1);
        QCOMPARE(index.findBarcode(u" 96385074\n"_s), 1);
        QCOMPARE(index.findBarcode(u"9638507"_s), -1);
        QCOMPARE(index.findBarcode(u"CAFE"_s), -1);
        QCOMPARE(index.findBarcode({}), -1);
    }

    void anEmptyShopFindsNothing()
    {
        QCOMPARE(SearchIndex().find(u"tea"_s), QList<int>());
        QCOMPARE(SearchIndex(QList<tp::ui::ProductRef>()).find({}), QList<int>());
    }

    void ofTwoAlikeTheFirstIsFirst()
    {
        const auto twins = tp::test::refs({tp::test::product(1, u"Tea"_s, u"A"_s, {u"1"_s}),
                                           tp::test::product(2, u"Tea"_s, u"a"_s, {u"1"_s})});
        QCOMPARE(SearchIndex(twins).findBarcode(u"1"_s), 0);
        QCOMPARE(SearchIndex(twins).find(u"a"_s), (QList{0, 1}));
    }

    void agreesWithReadingEveryProduct()
    {
        auto random = tp::test::SeededRandom::fresh();
        const QStringList words{u"tea"_s,  u"Teak"_s, u"té"_s,    u"te"_s, u"oat"_s, u"OATS"_s,
                                u"brün"_s, u"b"_s,    u"brune"_s, u"7"_s,  u"77"_s};
        const auto someWords = [&](int most) {
            QStringList some;
            for (qint64 n = random.between(1, most); n > 0; --n)
                some.append(words.at(qsizetype(random.below(quint64(words.size())))));
            return some.join(u' ');
        };
        QList<tp::ui::ShopProduct> products;
        for (int n = 0; n < 300; ++n)
            products.append(
                tp::test::product(n, someWords(4), u"%1/%2"_s.arg(someWords(1)).arg(n)));
        const auto shared = tp::test::refs(products);
        const SearchIndex index(shared);
        for (int n = 0; n < 200; ++n) {
            const QString question = someWords(3);
            QCOMPARE(index.find(question), searched(shared, question));
        }
    }
};

TP_TEST(TestSearchIndex)

#include "tst_searchindex.moc"
