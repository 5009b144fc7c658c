// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/testshop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/shopcatalogue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::CategoryId;
using tp::test::category;
using tp::test::idFor;
using tp::test::inCategory;
using tp::test::product;
using tp::ui::ShopCatalogue;

class TestShopCatalogue final : public QObject
{
    Q_OBJECT

    static QStringList shelvesOf(const ShopCatalogue &catalogue)
    {
        QStringList names;
        for (const auto &shelf : catalogue.shelves())
            names.append(shelf.name);
        return names;
    }

private slots:
    void aShelfShowsItsWholeSubtree()
    {
        const ShopCatalogue catalogue(
            tp::test::refs({inCategory(product(1, u"Espresso"_s), 3),
                            inCategory(product(2, u"Juice"_s), 1),
                            inCategory(product(3, u"Bread"_s), 4), product(4, u"Loose"_s)}),
            {category(1, u"Drinks"_s), category(2, u"Coffee"_s, 0, 1),
             category(3, u"Black"_s, 0, 2), category(4, u"Bakery"_s, 1)});
        QCOMPARE(shelvesOf(catalogue), (QStringList{u"Drinks"_s, u"Bakery"_s}));
        QCOMPARE(tp::test::namesOf(catalogue.find({}, idFor<CategoryId>(1))),
                 (QStringList{u"Espresso"_s, u"Juice"_s}));
        QCOMPARE(tp::test::namesOf(catalogue.find(u"esp"_s, idFor<CategoryId>(4))), QStringList());
        QCOMPARE(catalogue.find({}, {}).size(), 4);
        QCOMPARE(catalogue.shelfPlaces().at(idFor<CategoryId>(3)), 0);
        QCOMPARE(catalogue.shelfPlaces().at(idFor<CategoryId>(4)), 1);
    }

    void shelvesComeByPositionThenName()
    {
        const ShopCatalogue catalogue(
            tp::test::refs({inCategory(product(1, u"a"_s), 1), inCategory(product(2, u"b"_s), 2),
                            inCategory(product(3, u"c"_s), 3)}),
            {category(1, u"Zoo"_s, 2), category(2, u"Tea"_s, 7), category(3, u"Art"_s, 7)});
        QCOMPARE(shelvesOf(catalogue), (QStringList{u"Zoo"_s, u"Art"_s, u"Tea"_s}));
    }

    void anEmptyShelfIsNotShownButKeepsItsColour()
    {
        const ShopCatalogue catalogue(tp::test::refs({inCategory(product(1, u"a"_s), 2)}),
                                      {category(1, u"Empty"_s, 0), category(2, u"Full"_s, 1)});
        QCOMPARE(shelvesOf(catalogue), QStringList{u"Full"_s});
        QCOMPARE(catalogue.shelfPlaces().at(idFor<CategoryId>(2)), 1);
    }

    void aCircleOrAnUnknownParentHangsNothing()
    {
        const ShopCatalogue catalogue(
            tp::test::refs({inCategory(product(1, u"a"_s), 1), inCategory(product(2, u"b"_s), 3),
                            inCategory(product(3, u"c"_s), 99)}),
            {category(1, u"Round"_s, 0, 2), category(2, u"And round"_s, 0, 1),
             category(3, u"Orphan"_s, 0, 77)});
        QCOMPARE(shelvesOf(catalogue).last(), u"Orphan"_s);
        QCOMPARE(tp::test::namesOf(catalogue.find({}, idFor<CategoryId>(3))), QStringList{u"b"_s});
        QCOMPARE(catalogue.find({}, {}).size(), 3);
    }
};

TP_TEST(TestShopCatalogue)

#include "tst_shopcatalogue.moc"
