// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/testshop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/productgridmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using tp::test::product;
using tp::ui::ProductGridModel;
using tp::ui::ProductRef;

class TestProductGridModel final : public QObject
{
    Q_OBJECT

    static QList<ProductRef> numbered(const QList<int> &numbers)
    {
        QList<tp::ui::ShopProduct> products;
        for (const int number : numbers)
            products.append(product(number, u"P%1"_s.arg(number)));
        return tp::test::refs(products);
    }

    static QStringList shown(const ProductGridModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data().toString());
        return names;
    }

private slots:
    void aTileHasEverythingToShow()
    {
        ProductGridModel model{tp::ui::ShopText(QLocale(u"en_US"_s))};
        auto latte = product(1, u"Oat latte"_s, u"OAT"_s, {u"96385074"_s, u"4006381333931"_s});
        latte.available = tp::test::pieces(3'000);
        latte.lowStock = tp::test::pieces(5'000);
        latte.icon = u"coffee"_s;
        latte.imageUrl = u"/api/products/1/image"_s;
        latte.categoryId = tp::test::idFor<tp::CategoryId>(8);
        model.setProducts(tp::test::refs({latte}));
        model.setTints({{tp::test::idFor<tp::CategoryId>(8), 7}});
        model.setInCart({{latte.id, 2}});

        const QModelIndex tile = model.index(0);
        QCOMPARE(tile.data().toString(), u"Oat latte"_s);
        QCOMPARE(tile.data(ProductGridModel::PriceTextRole).toString(), u"$4.20"_s);
        QCOMPARE(tile.data(ProductGridModel::BadgeTextRole).toString(), u"3 left"_s);
        QCOMPARE(tile.data(ProductGridModel::StockRole).value<tp::ui::StockState>(),
                 tp::ui::StockState::Low);
        QCOMPARE(tile.data(ProductGridModel::TintRole).toInt(), 1); // The colours go round.
        QCOMPARE(tile.data(ProductGridModel::IconRole).toString(), u"coffee"_s);
        QCOMPARE(tile.data(ProductGridModel::ImageUrlRole).toString(), latte.imageUrl);
        QCOMPARE(tile.data(ProductGridModel::SkuRole).toString(), u"OAT"_s);
        QCOMPARE(tile.data(ProductGridModel::BarcodeRole).toString(), u"96385074"_s);
        QCOMPARE(tile.data(ProductGridModel::InCartRole).toInt(), 2);
        QCOMPARE(tile.data(ProductGridModel::ProductIdRole).toString(), latte.id.toQString());
        QCOMPARE(tile.data(Qt::AccessibleTextRole).toString(), u"Oat latte, $4.20, 3 left"_s);
        QVERIFY(!model.index(1).isValid());
        QVERIFY(!tile.data(Qt::DecorationRole).isValid());
    }

    void aNewPriceChangesOneTile()
    {
        ProductGridModel model{tp::ui::ShopText()};
        QList<ProductRef> products = numbered({1, 2, 3});
        model.setProducts(products);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

        auto dearer = *products.at(1);
        dearer.price = tp::test::dollars(999);
        products[1] = std::make_shared<const tp::ui::ShopProduct>(dearer);
        model.setProducts(products);

        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
        QCOMPARE(removed.size(), 0);
    }

    void theSameAgainSaysNothing()
    {
        ProductGridModel model{tp::ui::ShopText()};
        const QList<ProductRef> products = numbered({1, 2, 3});
        model.setProducts(products);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setProducts(products);
        model.setTints({});
        model.setInCart({});
        QCOMPARE(changed.size(), 0);
    }

    void aSelectedTileStaysSelectedWhenOthersComeAndGo()
    {
        ProductGridModel model{tp::ui::ShopText()};
        model.setProducts(numbered({1, 2, 3, 4, 5, 6}));
        const QPersistentModelIndex selected(model.index(3)); // P4
        model.setProducts(numbered({9, 2, 8, 4, 6, 7}));
        QCOMPARE(shown(model), (QStringList{u"P9"_s, u"P2"_s, u"P8"_s, u"P4"_s, u"P6"_s, u"P7"_s}));
        QVERIFY(selected.isValid());
        QCOMPARE(selected.data().toString(), u"P4"_s);
    }

    void anyListFollowsAnyOtherWithoutAReset()
    {
        auto random = tp::test::SeededRandom::fresh();
        ProductGridModel model{tp::ui::ShopText()};
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int round = 0; round < 150; ++round) {
            QList<int> numbers(qsizetype(random.below(12)));
            std::iota(numbers.begin(), numbers.end(), int(random.below(5)));
            const bool isShuffled = random.below(3) == 0;
            for (qsizetype n = numbers.size() - 1; isShuffled && n > 0; --n)
                numbers.swapItemsAt(n, qsizetype(random.below(quint64(n + 1))));
            if (random.below(2) == 0)
                numbers.removeIf([&](int) { return random.below(3) == 0; });

            const auto wanted = numbered(numbers);
            model.setProducts(wanted);
            QCOMPARE(shown(model), tp::test::namesOf(wanted));
        }
        QCOMPARE(resets.size(), 0);
    }

    void aLongListIsExchangedInFewSteps()
    {
        ProductGridModel model{tp::ui::ShopText()};
        QList<int> all(5'000);
        std::iota(all.begin(), all.end(), 0);
        const QList<ProductRef> everything = numbered(all);
        QList<ProductRef> third;
        for (qsizetype n = 0; n < everything.size(); n += 3)
            third.append(everything.at(n));
        model.setProducts(everything);

        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setProducts(third);
        QCOMPARE(shown(model), tp::test::namesOf(third));
        QVERIFY(removed.size() + changed.size() < 10);
    }
};

TP_TEST(TestProductGridModel)

#include "tst_productgridmodel.moc"
