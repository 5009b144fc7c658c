// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/catalogueclient.h"
#include "app/api/httpclient.h"
#include "backend/contract/category.h"
#include "backend/contract/page.h"
#include "backend/contract/product.h"
#include "tests/desktop/testshop.h"
#include "tests/desktop/tinyserver.h"
#include "tests/support/testmain.h"
#include "ui/presentation/catalogueloader.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::test::TinyServer;

class TestCatalogueClient final : public QObject
{
    Q_OBJECT

    TinyServer m_server;
    tp::api::HttpClient m_http;
    tp::api::CatalogueClient m_client{m_http};

    static tp::contract::Product wireProduct(int number)
    {
        tp::contract::Product product;
        product.id = tp::test::idFor<tp::ProductId>(number);
        product.sku = u"SKU-%1"_s.arg(number);
        product.name = u"Téa %1"_s.arg(number);
        product.price = tp::test::dollars(250 + number);
        product.taxClass = u"standard"_s;
        product.barcodes = {u"9638507%1"_s.arg(number)};
        product.attributes = tp::contract::parseJson(R"({"icon":"tea","hot":true})").value();
        product.lowStock = tp::test::pieces(2'000);
        product.stock.onHand = tp::test::pieces(7'000);
        product.stock.reserved = tp::test::pieces(1'000);
        product.stock.available = tp::test::pieces(6'000);
        product.version = 1;
        return product;
    }

    /// Pages of two, with cursors that a URL would bend if it could.
    static TinyServer::Answer page(const TinyServer::Request &request, int count)
    {
        const QString cursor = request.query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
        const int first = cursor.isEmpty() ? 0 : cursor.split(u'+').last().toInt();
        tp::contract::Page<tp::contract::Product> products;
        for (int number = first; number < qMin(first + 2, count); ++number)
            products.items.append(wireProduct(number));
        if (first + 2 < count)
            products.nextCursor = u"a&b=c+%1"_s.arg(first + 2);
        return {200, QByteArray::fromStdString(products.object().toJson(products))};
    }

private slots:
    void init() { m_http.setServer(m_server.url()); }

    void threePagesMakeAShop()
    {
        m_server.answer(u"/api/categories"_s, {200, R"({"items":[],"next_cursor":null})"});
        m_server.answer(u"/api/products"_s,
                        [](const TinyServer::Request &request) { return page(request, 5); });
        tp::ui::CatalogueLoader loader(m_client);
        QSignalSpy loaded(&loader, &tp::ui::CatalogueLoader::loaded);
        loader.load();
        QVERIFY(loaded.wait());
        QCOMPARE(loader.products().size(), 5);

        const tp::ui::ShopProduct &tea = *loader.products().at(3);
        QCOMPARE(tea.id, tp::test::idFor<tp::ProductId>(3));
        QCOMPARE(tea.name, u"Téa 3"_s);
        QCOMPARE(tea.sku, u"SKU-3"_s);
        QCOMPARE(tea.price, tp::test::dollars(253));
        QCOMPARE(tea.barcodes, QStringList{u"96385073"_s});
        QCOMPARE(tea.icon, u"tea"_s);
        QCOMPARE(tea.available, tp::test::pieces(6'000));
        QCOMPARE(tea.lowStock, std::optional(tp::test::pieces(2'000)));
        QVERIFY(tea.imageUrl.isEmpty());
        QVERIFY(!tea.categoryId);
        const QUrlQuery asked = m_server.requests().last().query;
        QCOMPARE(asked.queryItemValue(u"active"_s), u"true"_s);
        QCOMPARE(asked.queryItemValue(u"limit"_s), u"200"_s);
    }

    void categoriesComeWhole()
    {
        m_server.answer(u"/api/categories"_s, [](const TinyServer::Request &request) {
            const bool isFirst = !request.query.hasQueryItem(u"cursor"_s);
            tp::contract::Page<tp::contract::Category> categories;
            tp::contract::Category category;
            category.id = tp::test::idFor<tp::CategoryId>(isFirst ? 1 : 2);
            category.name = isFirst ? u"Drinks"_s : u"Coffee"_s;
            category.position = 3;
            if (!isFirst)
                category.parentId = tp::test::idFor<tp::CategoryId>(1);
            category.version = 1;
            categories.items = {category};
            if (isFirst)
                categories.nextCursor = u"next"_s;
            return TinyServer::Answer{
                200, QByteArray::fromStdString(categories.object().toJson(categories))};
        });
        std::optional<tp::Result<QList<tp::ui::ShopCategory>>> got;
        m_client.loadCategories(this, [&got](const auto &answer) { got = answer; });
        QTRY_VERIFY(got);
        QVERIFY(*got);
        QCOMPARE(got->value(), (QList{tp::test::category(1, u"Drinks"_s, 3),
                                      tp::test::category(2, u"Coffee"_s, 3, 1)}));
    }

    void aSearchIsSentAsItWasTyped()
    {
        m_server.answer(u"/api/products"_s, {200, R"({"items":[],"next_cursor":null})"});
        std::optional<tp::Result<tp::ui::ProductPage>> got;
        const QString typed = u"a+b & c=d 100% é#?"_s;
        m_client.loadProducts({typed, {}, 50}, this, [&got](const auto &page) { got = page; });
        QTRY_VERIFY(got);
        QVERIFY(*got);
        QCOMPARE(m_server.requests().last().query.queryItemValue(u"q"_s, QUrl::FullyDecoded),
                 typed);
        QVERIFY(m_server.requests().last().head.contains("a%2Bb%20%26%20c%3Dd%20100%25"));
    }

    void whatBreaksTheContractIsAFault_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not a page") << QByteArray("[]");
        QTest::newRow("cut") << QByteArray(R"({"items":[)");
        QTest::newRow("half a product")
            << QByteArray(R"({"items":[{"id":"x"}],"next_cursor":null})");
        QTest::newRow("a number for a page") << QByteArray("1e400");
        QTest::newRow("not UTF-8") << QByteArray("{\"items\":[\"\xff\"]}");
    }

    void whatBreaksTheContractIsAFault()
    {
        QFETCH(QByteArray, body);
        m_server.answer(u"/api/products"_s, {200, body});
        std::optional<tp::Result<tp::ui::ProductPage>> got;
        m_client.loadProducts({}, this, [&got](const auto &page) { got = page; });
        QTRY_VERIFY(got);
        QVERIFY(!*got);
        QCOMPARE(got->error().code, ErrorCode::Internal);
    }

    void categoriesWithoutEndAreAFault()
    {
        m_server.answer(u"/api/categories"_s, {200, R"({"items":[],"next_cursor":"again"})"});
        std::optional<tp::Result<QList<tp::ui::ShopCategory>>> got;
        m_client.loadCategories(this, [&got](const auto &answer) { got = answer; });
        QTRY_VERIFY(got);
        QCOMPARE(got->error().code, ErrorCode::Internal);
    }
};

TP_TEST(TestCatalogueClient)

#include "tst_catalogueclient.moc"
