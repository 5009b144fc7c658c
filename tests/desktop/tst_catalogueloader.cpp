// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/fakecatalogue.h"
#include "tests/desktop/testshop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/catalogueloader.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::test::FakeCatalogue;
using tp::test::product;
using tp::ui::CatalogueLoader;

class TestCatalogueLoader final : public QObject
{
    Q_OBJECT

    static QList<tp::ui::ShopProduct> manyProducts(int count)
    {
        QList<tp::ui::ShopProduct> many;
        for (int number = 0; number < count; ++number)
            many.append(product(number, u"P"_s));
        return many;
    }

private slots:
    void takesPageAfterPage()
    {
        FakeCatalogue catalogue;
        catalogue.products = manyProducts(5);
        catalogue.pageSize = 2;
        CatalogueLoader loader(catalogue);
        const QSignalSpy pages(&loader, &CatalogueLoader::pageLoaded);
        QSignalSpy loaded(&loader, &CatalogueLoader::loaded);
        loader.load();
        QVERIFY(loaded.wait());
        QCOMPARE(pages.size(), 2);
        QCOMPARE(loader.products().size(), 5);
        QVERIFY(loader.isComplete());
        QVERIFY(!loader.isLoading());
    }

    void stopsAtWhatATillHolds()
    {
        FakeCatalogue catalogue;
        catalogue.products = manyProducts(CatalogueLoader::ProductsMax + 1);
        catalogue.pageSize = 7'000;
        CatalogueLoader loader(catalogue);
        QSignalSpy loaded(&loader, &CatalogueLoader::loaded);
        loader.load();
        QVERIFY(loaded.wait());
        QCOMPARE(loader.products().size(), CatalogueLoader::ProductsMax);
        QVERIFY(!loader.isComplete());
    }

    void aProductThatMovedBetweenPagesIsHeldOnce()
    {
        FakeCatalogue catalogue;
        catalogue.products = {product(1, u"a"_s), product(2, u"b"_s), product(1, u"a"_s)};
        catalogue.pageSize = 2;
        CatalogueLoader loader(catalogue);
        QSignalSpy loaded(&loader, &CatalogueLoader::loaded);
        loader.load();
        QVERIFY(loaded.wait());
        QCOMPARE(tp::test::namesOf(loader.products()), (QStringList{u"a"_s, u"b"_s}));
    }

    void whatDidNotChangeIsTheSameObject()
    {
        FakeCatalogue catalogue;
        catalogue.products = manyProducts(2);
        CatalogueLoader loader(catalogue);
        QSignalSpy loaded(&loader, &CatalogueLoader::loaded);
        loader.load();
        QVERIFY(loaded.wait());
        const auto before = loader.products();
        catalogue.products[1].name = u"New"_s;
        loader.load();
        QVERIFY(loaded.wait());
        QCOMPARE(loader.products().at(0), before.at(0));
        QVERIFY(loader.products().at(1) != before.at(1));
    }

    void pagesWithoutEndAreRefused()
    {
        struct Endless final : tp::ui::CataloguePort
        {
            void loadCategories(QObject *context, CategoriesReply reply) override
            {
                QMetaObject::invokeMethod(
                    context, [reply] { reply(QList<tp::ui::ShopCategory>()); },
                    Qt::QueuedConnection);
            }
            void loadProducts(const tp::ui::ProductQuery &, QObject *context,
                              ProductsReply reply) override
            {
                QMetaObject::invokeMethod(
                    context,
                    [reply] {
                        reply(tp::ui::ProductPage{{}, u"again"_s});
                    },
                    Qt::QueuedConnection);
            }
        } endless;
        CatalogueLoader loader(endless);
        QSignalSpy failed(&loader, &CatalogueLoader::failed);
        loader.load();
        QVERIFY(failed.wait());
        QVERIFY(!loader.isLoading());
    }

    void anAnswerToAnEarlierLoadIsDropped()
    {
        FakeCatalogue catalogue;
        catalogue.products = manyProducts(1);
        catalogue.isHeld = true;
        CatalogueLoader loader(catalogue);
        QSignalSpy loaded(&loader, &CatalogueLoader::loaded);
        loader.load();
        loader.load();
        catalogue.release();
        QVERIFY(loaded.wait());
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(catalogue.queries.size(), 1);
    }
};

TP_TEST(TestCatalogueLoader)

#include "tst_catalogueloader.moc"
