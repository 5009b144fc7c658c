// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsservice.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::ProductId;
using tp::Result;
using tp::catalogue::ProductChange;
using tp::catalogue::ProductDetails;
using tp::catalogue::ProductService;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

/// Products are made, changed and deleted alike on both databases.
class TestProducts : public QObject
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

    void aProductIsShownAsItWasMade()
    {
        ProductDetails details = FreshShop::details(u"Tea-1"_s, u"Grüner „Tee“"_s);
        details.description = u"Zwei\nZeilen"_s;
        details.barcodes = {u"4006381333931"_s, u"A\"\\B"_s};
        details.attributes = "{\"a\":[1,2]}";
        details.lowStock = tp::Quantity::fromThousandths(1500).value();
        const ProductId id = m_shop->add(details);
        QString expected =
            u"{'id':'%1','sku':'Tea-1','name':'Grüner „Tee“','description':'Zwei\\nZeilen',"
            u"'category_id':null,'price':{'amount':100,'currency':'EUR'},'tax_class':'standard',"
            u"'unit':'each','barcodes':['4006381333931','A*'**B'],'image_url':null,'active':true,"
            u"'attributes':{'a':[1,2]},'low_stock':'1.5','when_short':'refuse',"
            u"'stock':{'on_hand':'0','reserved':'0','available':'0'},'version':1,"
            u"'created_at':'2026-01-01T00:00:00.000Z','updated_at':'2026-01-01T00:00:00.000Z'}"_s;
        expected.replace(u'\'', u'"').replace(u'*', u'\\');
        QCOMPARE(QString::fromStdString(shown(id)), expected.arg(id.toQString()));
    }

    void aRetryWithTheSameBodyIsTheSameProduct()
    {
        const ProductId id = m_shop->add(FreshShop::details(u"A"_s, u"a"_s));
        const auto again = [&](const std::string &hash) {
            return m_shop->write([&](UnitOfWork &work) -> Result<void> {
                TP_TRY(const auto created, m_shop->products().create(
                                               work, id, FreshShop::details(u"A"_s, u"a"_s), hash));
                return created.isNew ? Result<void>(tp::Error{}) : Result<void>();
            });
        };
        QVERIFY(again("hash"));
        QCOMPARE(again("another").error().code, ErrorCode::IdTaken);
    }

    void whatIsTakenIsRefused()
    {
        ProductDetails first = FreshShop::details(u"Ab-1"_s, u"first"_s);
        first.barcodes = {u"123"_s};
        QVERIFY(!m_shop->add(first).isNil());
        QCOMPARE(refusal(FreshShop::details(u"aB-1"_s, u"x"_s)), ErrorCode::SkuTaken);
        ProductDetails second = FreshShop::details(u"Z"_s, u"second"_s);
        second.barcodes = {u"99"_s, u"123"_s};
        QCOMPARE(refusal(second), ErrorCode::BarcodeTaken);
        second.barcodes = {u"99"_s};
        QVERIFY(!m_shop->add(second).isNil());
    }

    void whatTheShopDoesNotKnowIsRefused()
    {
        ProductDetails details = FreshShop::details(u"A"_s, u"a"_s);
        details.taxClass = u"reduced"_s;
        QCOMPARE(refusal(details), ErrorCode::UnknownReference);
        details.categoryId = tp::CategoryId(tp::Uuid::v7(1, m_databases.random));
        QCOMPARE(refusal(details), ErrorCode::InvalidBody); // Two problems at once.
        details = FreshShop::details(u"A"_s, u"a"_s);
        details.price =
            tp::Money::fromMinor(1, *tp::Currency::fromCode(std::string_view("USD"))).value();
        QCOMPARE(refusal(details), ErrorCode::CurrencyMismatch);
    }

    void theVersionCountsChangesOnly()
    {
        const ProductId id = m_shop->add(FreshShop::details(u"A"_s, u"a"_s));
        ProductChange change;
        change.name = u"b"_s;
        QVERIFY(changed(id, change));
        QCOMPARE(versionOf(id), 2);
        QVERIFY(changed(id, change));
        QCOMPARE(versionOf(id), 2);
        QCOMPARE(m_shop->found(u"b"_s), u"b"_s);
        QCOMPARE(m_shop->found(u"a"_s), u"b"_s); // Its SKU is still A.
    }

    void aBarcodeMovesFromProductToProduct()
    {
        ProductDetails details = FreshShop::details(u"A"_s, u"a"_s);
        details.barcodes = {u"1"_s, u"2"_s};
        const ProductId first = m_shop->add(details);
        const ProductId second = m_shop->add(FreshShop::details(u"B"_s, u"b"_s));
        ProductChange take;
        take.barcodes = QStringList{u"2"_s};
        QCOMPARE(changed(second, take).error().code, ErrorCode::BarcodeTaken);
        ProductChange give;
        give.barcodes = QStringList{u"1"_s};
        QVERIFY(changed(first, give));
        QVERIFY(changed(second, take));
        QCOMPARE(byBarcode("2"), 1);
        QCOMPARE(byBarcode("3"), 0);
    }

    void aProductThatWasNeverSoldIsGone()
    {
        ProductDetails details = FreshShop::details(u"A"_s, u"a"_s);
        details.barcodes = {u"1"_s};
        const ProductId id = m_shop->add(details);
        QCOMPARE(removed(id), 1);
        QCOMPARE(removed(id), -int(ErrorCode::NotFound));
        QCOMPARE(m_shop->found(u"a"_s), u""_s);
        QVERIFY(!m_shop->add(details).isNil()); // SKU and barcode are free again.
    }

    void aProductThatWasSoldIsArchived()
    {
        const ProductId id = m_shop->add(FreshShop::details(u"A"_s, u"a"_s));
        QVERIFY(m_shop->write([](UnitOfWork &work) -> Result<void> {
            TP_CHECK(work.execute("UPDATE products SET ever_sold = 1"));
            return {};
        }));
        QCOMPARE(removed(id), 0);
        QCOMPARE(removed(id), 0);
        QCOMPARE(versionOf(id), 2);
        QCOMPARE(m_shop->names({.active = true, .categoryId = {}}, 10), u""_s);
        QCOMPARE(m_shop->found(u"a"_s, {.active = false, .categoryId = {}}), u"a"_s);
    }

    void theCurrencyStandsOnceSomethingIsPriced()
    {
        const auto franc = tp::Currency::fromCode(std::string_view("CHF"));
        const auto wanted = [&] {
            return m_shop->write([&](UnitOfWork &work) {
                return tp::settings::SettingsService().ensureDefaults(work, franc);
            });
        };
        QVERIFY(wanted());
        QCOMPARE(refusal(FreshShop::details(u"A"_s, u"a"_s)), ErrorCode::CurrencyMismatch);
        const auto euro = tp::Currency::fromCode(std::string_view("EUR"));
        QVERIFY(m_shop->write([&](UnitOfWork &work) {
            return tp::settings::SettingsService().ensureDefaults(work, euro);
        }));
        QVERIFY(!m_shop->add(FreshShop::details(u"A"_s, u"a"_s)).isNil());
        QCOMPARE(wanted().error().code, ErrorCode::Conflict);
    }

private:
    std::string shown(const ProductId &id)
    {
        std::string text;
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            tp::contract::JsonWriter json(text);
            QVERIFY(tp::catalogue::ProductQueries().write(snapshot, id, json));
        });
        return text;
    }

    ErrorCode refusal(const ProductDetails &details)
    {
        const auto refused = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_CHECK(m_shop->products().create(work, {}, details, "other"));
            return {};
        });
        return refused ? ErrorCode::Count : refused.error().code;
    }

    Result<void> changed(const ProductId &id, const ProductChange &change)
    {
        return m_shop->write(
            [&](UnitOfWork &work) { return m_shop->products().change(work, id, change); });
    }

    /// 1 removed, 0 archived, below zero refused.
    int removed(const ProductId &id)
    {
        int outcome = 0;
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(const auto removal, m_shop->products().remove(work, id));
            outcome = removal == ProductService::Removal::Removed ? 1 : 0;
            return {};
        });
        return done ? outcome : -int(done.error().code);
    }

    qint64 versionOf(const ProductId &id)
    {
        qint64 version = 0;
        const auto found = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(version, m_shop->products().version(work, id));
            return {};
        });
        return found ? version : -1;
    }

    int byBarcode(const std::string &barcode)
    {
        std::string text;
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            tp::contract::JsonWriter json(text);
            QVERIFY(tp::catalogue::ProductQueries().writeByBarcode(snapshot, barcode, {}, json));
        });
        return text.empty() ? 0 : 1;
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<FreshShop> m_shop;
};

TP_TEST(TestProducts)
#include "tst_products.moc"
