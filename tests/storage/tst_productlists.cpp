// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productimportservice.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using tp::CategoryId;
using tp::ErrorCode;
using tp::ProductId;
using tp::Result;
using tp::catalogue::ImportOutcome;
using tp::catalogue::ImportRow;
using tp::catalogue::ProductChange;
using tp::catalogue::ProductDetails;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

/// Lists and searches give the same in the same order on both databases.
class TestProductLists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<FreshShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
    }

    void cleanup() { m_shop.reset(); }

    void aListIsInTheOrderOfNames()
    {
        for (const auto &name :
             {u"pear"_s, u"Apple"_s, u"éclair"_s, u"apples"_s, u"Zoo"_s, u"egg"_s})
            add(name);
        QCOMPARE(m_shop->names({}, 200), u"Apple apples éclair egg pear Zoo"_s);
        QCOMPARE(m_shop->names({}, 2), u"Apple apples|éclair egg|pear Zoo"_s);
        QCOMPARE(m_shop->names({}, 4), u"Apple apples éclair egg|pear Zoo"_s);
    }

    void aCategoryIsWithAllBelowIt()
    {
        const CategoryId drinks = m_shop->addCategory(u"Drinks"_s);
        const CategoryId coffee = m_shop->addCategory(u"Coffee"_s, drinks);
        const CategoryId food = m_shop->addCategory(u"Food"_s);
        add(u"water"_s, drinks);
        add(u"mocha"_s, coffee);
        add(u"bread"_s, food);
        add(u"arabica"_s, coffee);
        add(u"old"_s, coffee, false);
        add(u"nowhere"_s);
        QCOMPARE(m_shop->names({.active = {}, .categoryId = drinks}, 3),
                 u"arabica mocha old|water"_s);
        QCOMPARE(m_shop->names({.active = true, .categoryId = drinks}, 1),
                 u"arabica|mocha|water"_s);
        QCOMPARE(m_shop->names({.active = false, .categoryId = coffee}, 9), u"old"_s);
        QCOMPARE(m_shop->names({.active = {}, .categoryId = food}, 9), u"bread"_s);
        QCOMPARE(m_shop->found(u"o"_s, {.active = {}, .categoryId = drinks}), u"old"_s);
        QCOMPARE(m_shop->found(u"w"_s, {.active = true, .categoryId = drinks}), u"water"_s);
        QCOMPARE(m_shop->found(u"o"_s, {.active = true, .categoryId = coffee}), u""_s);
    }

    void aSearchGivesExactHitsFirst()
    {
        ProductDetails details = FreshShop::details(u"12"_s, u"zebra"_s);
        QVERIFY(!m_shop->add(details).isNil());
        details = FreshShop::details(u"120"_s, u"apple"_s);
        details.barcodes = {u"555"_s};
        QVERIFY(!m_shop->add(details).isNil());
        details = FreshShop::details(u"121"_s, u"bear"_s);
        details.barcodes = {u"12"_s};
        QVERIFY(!m_shop->add(details).isNil());
        QVERIFY(!m_shop->add(FreshShop::details(u"9"_s, u"A 12 case"_s)).isNil());
        QCOMPARE(m_shop->found(u"12"_s), u"zebra bear A 12 case apple"_s);
        QCOMPARE(m_shop->found(u" 12 "_s, {}, 1), u"zebra|bear|A 12 case|apple"_s);
        QCOMPARE(m_shop->found(u"12"_s, {}, 3), u"zebra bear A 12 case|apple"_s);
        QCOMPARE(m_shop->found(u"555"_s), u"apple"_s);
        QCOMPARE(m_shop->found(u"12 a"_s), u"A 12 case apple"_s);
    }

    void strangeQuestionsFindNothing_data()
    {
        QTest::addColumn<QString>("question");
        for (const char *question : {"\"", "'", "*", "a' OR 1=1", "=off", "NEAR(a b)", "\\", "a:b",
                                     "-tea", "%", "_", "x*"})
            QTest::newRow(question) << QString::fromLatin1(question);
        QTest::newRow("long") << QString(100'000, u'q');
        QTest::newRow("many") << u"q "_s.repeated(10'000);
        QTest::newRow("nothing") << QString(QChar(0x200d));
    }

    void strangeQuestionsFindNothing()
    {
        QFETCH(QString, question);
        add(u"Green tea"_s, {}, false);
        const QString found = m_shop->found(question);
        QVERIFY2(found.isEmpty() || question == u"-tea"_s, qPrintable(found));
    }

    /// Long words with a common beginning, more of them than the index is asked for cut.
    void rareWordsAmongManyAlikeAreFound()
    {
        QVERIFY(m_shop->write([&](UnitOfWork &work) -> Result<void> {
            for (int i = 0; i < 2300; ++i) {
                const QString name = i % 1000 == 7 ? u"product%1 rare"_s : u"production%1"_s;
                const QString number = u"%1"_s.arg(i, 4, 10, QChar(u'0'));
                TP_CHECK(m_shop->products().create(
                    work, {}, FreshShop::details(u"S"_s + number, name.arg(number)), "h"));
            }
            return {};
        }));
        QCOMPARE(m_shop->found(u"product rar"_s),
                 u"product0007 rare product1007 rare product2007 rare"_s);
        QCOMPARE(m_shop->found(u"product rar"_s, {}, 1),
                 u"product0007 rare|product1007 rare|product2007 rare"_s);
        QCOMPARE(m_shop->found(u"production2299"_s), u"production2299"_s);
        QCOMPARE(m_shop->found(u"production"_s, {}, 200).count(u'|'), 11);
    }

    /// Names that always go between the same two: the numbers there run out and are spread anew.
    void theOrderOfTheSearchHoldsWhereNumbersRunOut()
    {
        QStringList expected{u"p a"_s, u"p z"_s};
        QVERIFY(m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_CHECK(make(work, u"p a"_s));
            TP_CHECK(make(work, u"p z"_s));
            for (int i = 0; i < 600; ++i) {
                // Down from z and up from a by turns.
                const QString number = u"%1"_s.arg(i, 4, 10, QChar(u'0'));
                const QString name =
                    i % 2 ? u"p b"_s + number : u"p y%1"_s.arg(9999 - i, 4, 10, QChar(u'0'));
                expected.append(name);
                TP_CHECK(make(work, name));
            }
            return {};
        }));
        std::sort(expected.begin(), expected.end());
        QCOMPARE(m_shop->found(u"p"_s, {}, 200).replace(u'|', u' '), expected.join(u' '));
        if (m_shop->database().dialect() == tp::storage::Dialect::Sqlite) {
            QVERIFY(tp::test::sayHere(
                m_shop->database(),
                {"INSERT INTO product_search (product_search) VALUES ('integrity-check')"}));
            QCOMPARE(tp::test::numberIn(m_shop->database(),
                                        "SELECT COUNT(*) FROM products a JOIN products b "
                                        "ON (a.name_key, a.id) < (b.name_key, b.id) "
                                        "AND a.place >= b.place"),
                     0);
        }
    }

    void aRenamedProductMovesInListAndSearch()
    {
        const ProductId id = add(u"t a"_s);
        add(u"t b"_s);
        ProductChange change;
        change.name = u"t c"_s;
        QVERIFY(m_shop->write(
            [&](UnitOfWork &work) { return m_shop->products().change(work, id, change); }));
        QCOMPARE(m_shop->names({}, 9), u"t b t c"_s);
        QCOMPARE(m_shop->found(u"t"_s), u"t b t c"_s);
        QCOMPARE(m_shop->found(u"c"_s), u"t c"_s);
    }

    void anImportTwiceChangesNothing()
    {
        ImportRow row{.sku = u"A-1"_s,
                      .name = u"Tea"_s,
                      .price = FreshShop::details(u"x"_s, u"x"_s).price,
                      .description = u"Green"_s,
                      .categoryPath = u"Drinks / Tea"_s,
                      .taxClass = {},
                      .unit = u"kg"_s,
                      .barcodes = QStringList{u"1"_s},
                      .active = {}};
        QCOMPARE(imported(row).kind, ImportOutcome::Kind::Imported);
        QCOMPARE(imported(row).kind, ImportOutcome::Kind::Unchanged);
        row.sku = u"a-1"_s;
        row.description = {};
        QCOMPARE(imported(row).kind, ImportOutcome::Kind::Unchanged);
        row.name = u"Teas"_s;
        QCOMPARE(imported(row).kind, ImportOutcome::Kind::Changed);
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT COUNT(*) FROM categories"), 2);
        QCOMPARE(m_shop->found(u"a-1"_s), u"Teas"_s);
    }

    void aBadRowSaysItsColumnAndChangesNothing_data()
    {
        QTest::addColumn<QString>("column");
        for (const char *column : {"sku", "name", "category", "unit", "barcodes", "tax_class"})
            QTest::newRow(column) << QString::fromLatin1(column);
    }

    void aBadRowSaysItsColumnAndChangesNothing()
    {
        QFETCH(QString, column);
        ProductDetails taken = FreshShop::details(u"T"_s, u"taken"_s);
        taken.barcodes = {u"1"_s};
        QVERIFY(!m_shop->add(taken).isNil());
        ImportRow row{.sku = u"N"_s,
                      .name = u"new"_s,
                      .price = taken.price,
                      .description = {},
                      .categoryPath = u"Made/In/Vain"_s,
                      .taxClass = {},
                      .unit = {},
                      .barcodes = {},
                      .active = {}};
        if (column == u"sku"_s)
            row.sku = QString(65, u'x');
        else if (column == u"name"_s)
            row.name = u" "_s;
        else if (column == u"category"_s)
            row.categoryPath = u"a//b"_s;
        else if (column == u"unit"_s)
            row.unit = u"stone"_s;
        else if (column == u"barcodes"_s)
            row.barcodes = QStringList{u"2"_s, u"1"_s};
        else
            row.taxClass = u"luxury"_s;
        const ImportOutcome outcome = imported(row);
        QCOMPARE(outcome.kind, ImportOutcome::Kind::Rejected);
        QCOMPARE(outcome.column, column);
        QVERIFY(!outcome.reason.isEmpty());
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT COUNT(*) FROM categories"), 0);
        QCOMPARE(m_shop->names({}, 9), u"taken"_s);
    }

private:
    Result<void> make(UnitOfWork &work, const QString &name)
    {
        TP_CHECK(m_shop->products().create(work, {}, FreshShop::details(name, name), "h"));
        return {};
    }

    ProductId add(const QString &name, std::optional<CategoryId> category = {}, bool active = true)
    {
        ProductDetails details =
            FreshShop::details(u"%1-%2"_s.arg(name).arg(m_count++).simplified(), name);
        details.categoryId = category;
        details.active = active;
        return m_shop->add(details);
    }

    ImportOutcome imported(const ImportRow &row)
    {
        ImportOutcome outcome;
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            tp::catalogue::ProductImportService import(m_shop->products(), m_shop->categories(),
                                                       work);
            TP_TRY(outcome, import.take(row));
            return import.finish();
        });
        if (!done)
            qWarning() << done.error().detail;
        return outcome;
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<FreshShop> m_shop;
    int m_count = 0;
};

TP_TEST(TestProductLists)
#include "tst_productlists.moc"
