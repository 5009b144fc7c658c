// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/productgridmodel.h"
#include "ui/widgets/productgrid.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

using ui::ProductGrid;
using ui::ProductGridModel;
using ui::SearchField;

/// The wall of tiles inside its screen: what it shows, how it is laid out, where its keys lead.
class TestProductGrid final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<GuiShop>(cornerShop()); }
    void cleanup() { m_shop.reset(); }

    void aTileIsReadAloud();
    void theModelKeepsItsPromises();
    void arrowsLeadIntoTheTilesAndBack();
    void lettersOnATileGoToTheSearch();
    void enterOnATileChoosesIt();
    void aTapChoosesItOnce();
    void tilesFillTheWidth_data();
    void tilesFillTheWidth();
    void manyProductsAreLaidOutAtOnce();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_shop->child<T>(name);
    }

    void search(const QString &text);
    int tileCount() const { return m_shop->sell.products()->rowCount(); }

    std::unique_ptr<GuiShop> m_shop;
};

void TestProductGrid::search(const QString &text)
{
    child<SearchField>("searchField")->clear();
    QTest::keyClicks(child<SearchField>("searchField"), text);
}

void TestProductGrid::aTileIsReadAloud()
{
    m_shop->open();
    QAccessibleInterface *grid =
        QAccessible::queryAccessibleInterface(child<ProductGrid>("productGrid"));
    QVERIFY(grid);
    QCOMPARE(grid->text(QAccessible::Name), u"Products"_s);
    QVERIFY(grid->childCount() >= 24);
    QAccessibleInterface *tile = grid->child(0);
    QVERIFY(tile);
    QCOMPARE(tile->text(QAccessible::Name), u"Flat white, $4.20"_s);
}

void TestProductGrid::theModelKeepsItsPromises()
{
    const QAbstractItemModelTester tester(m_shop->sell.products(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_shop->open();
    search(u"c"_s);
    search(u"xyz"_s);
    search({});
    QCOMPARE(tileCount(), 24);
}

void TestProductGrid::arrowsLeadIntoTheTilesAndBack()
{
    m_shop->open();
    auto *grid = child<ProductGrid>("productGrid");
    QTest::keyClick(child<SearchField>("searchField"), Qt::Key_Down);
    QVERIFY(grid->hasFocus());
    QCOMPARE(grid->currentIndex().row(), 0);
    QTest::keyClick(grid, Qt::Key_Right);
    QCOMPARE(grid->currentIndex().row(), 1);
    QTest::keyClick(grid, Qt::Key_Down);
    QCOMPARE(grid->currentIndex().row(), 6); // Five tiles a row at 1366.
    QTest::keyClick(grid, Qt::Key_Up);
    QTest::keyClick(grid, Qt::Key_Up);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
}

void TestProductGrid::lettersOnATileGoToTheSearch()
{
    m_shop->open();
    auto *grid = child<ProductGrid>("productGrid");
    grid->takeFocus();
    QTest::keyClick(grid, 'm');
    QVERIFY(child<SearchField>("searchField")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"ug"_s);
    QCOMPARE(child<SearchField>("searchField")->text(), u"mug"_s);
    QCOMPARE(tileCount(), 1);
}

void TestProductGrid::enterOnATileChoosesIt()
{
    m_shop->open();
    QSignalSpy chosen(&m_shop->sell, &ui::SellPresenter::productChosen);
    auto *grid = child<ProductGrid>("productGrid");
    grid->takeFocus();
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<ui::ProductRef>()->id.toQString(),
             grid->currentIndex().data(ProductGridModel::ProductIdRole).toString());
}

void TestProductGrid::aTapChoosesItOnce()
{
    m_shop->open();
    QSignalSpy chosen(&m_shop->sell, &ui::SellPresenter::productChosen);
    auto *grid = child<ProductGrid>("productGrid");
    const QModelIndex third = grid->model()->index(2, 0);
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualRect(third).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<ui::ProductRef>()->id.toQString(),
             third.data(ProductGridModel::ProductIdRole).toString());
}

void TestProductGrid::tilesFillTheWidth_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("columns");
    QTest::newRow("1024") << QSize(1024, 768) << 3;
    QTest::newRow("1366") << QSize(1366, 768) << 5;
    QTest::newRow("1920") << QSize(1920, 1080) << 8;
}

void TestProductGrid::tilesFillTheWidth()
{
    QFETCH(QSize, size);
    QFETCH(int, columns);
    m_shop->open(size);
    auto *grid = child<ProductGrid>("productGrid");
    const int top = grid->visualRect(grid->model()->index(0, 0)).top();
    int inFirstRow = 0;
    int right = 0;
    for (int row = 0; row < grid->model()->rowCount(); ++row) {
        const QRect tile = grid->visualRect(grid->model()->index(row, 0));
        if (tile.top() != top)
            break;
        ++inFirstRow;
        right = tile.right();
    }
    QCOMPARE(inFirstRow, columns);
    QVERIFY(right <= grid->viewport()->width());
    QVERIFY(grid->viewport()->width() - right < 2 * ui::size::TouchMin);
}

void TestProductGrid::manyProductsAreLaidOutAtOnce()
{
    m_shop = std::make_unique<GuiShop>(largeShop(5000));
    m_shop->open();
    QTRY_COMPARE(tileCount(), 5000);
    auto *grid = child<ProductGrid>("productGrid");
    grid->takeFocus();
    QTest::keyClick(grid, Qt::Key_End);
    QCOMPARE(grid->currentIndex().row(), 4999);
    QVERIFY(grid->viewport()->rect().intersects(grid->visualRect(grid->currentIndex())));
    search(u"product 4711"_s);
    QCOMPARE(tileCount(), 1);
}

} // namespace tp::test

using tp::test::TestProductGrid;
TP_TEST(TestProductGrid)
#include "tst_productgrid.moc"
