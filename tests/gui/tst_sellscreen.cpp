// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/productgridmodel.h"
#include "ui/screens/sell/productpages.h"
#include "ui/widgets/productgrid.h"
#include "ui/widgets/searchfield.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::test {

using ui::ProductGrid;
using ui::ProductGridModel;
using ui::SearchField;

/// The Sell screen with its real presenter and a shop in memory.
class TestSellScreen final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_shop.reset(); }

    void tilesShowNamesPricesAndStock();
    void typingNarrowsTheTiles();
    void anOddSearchDoesNoHarm_data();
    void anOddSearchDoesNoHarm();
    void noMatchSaysSoAndClears();
    void aCategoryNarrowsTheTiles();
    void anEmptyShopSaysSo();
    void aFailedLoadCanBeTriedAgain();
    void skeletonsComeOnlyAfterAWhile();
    void theFocusIsInTheSearchField();
    void tapsLeaveTheFocusThere();
    void f2SelectsWhatWasSearched();
    void escClearsFromAnywhere();
    void theCartIsEmptyAndSaysSo();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_shop->child<T>(name);
    }

    void search(const QString &text);
    QString pageName() const;
    int tileCount() const { return m_shop->sell.products()->rowCount(); }

    std::unique_ptr<GuiShop> m_shop;
};

void TestSellScreen::init()
{
    m_shop = std::make_unique<GuiShop>(cornerShop());
}

void TestSellScreen::search(const QString &text)
{
    child<SearchField>("searchField")->clear();
    QTest::keyClicks(child<SearchField>("searchField"), text);
}

QString TestSellScreen::pageName() const
{
    return child<QStackedWidget>("productPages")->currentWidget()->objectName();
}

void TestSellScreen::tilesShowNamesPricesAndStock()
{
    m_shop->open();
    QCOMPARE(pageName(), u"productGrid"_s);
    const auto *model = child<ProductGrid>("productGrid")->model();
    QCOMPARE(model->rowCount(), 24);
    const auto text = [model](const QString &name, int role) {
        const auto found =
            model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        return found.isEmpty() ? u"no tile"_s : found.first().data(role).toString();
    };
    QCOMPARE(text(u"Flat white"_s, ProductGridModel::PriceTextRole), u"$4.20"_s);
    QCOMPARE(text(u"Gift card"_s, ProductGridModel::PriceTextRole), u"$25.00"_s);
    QCOMPARE(text(u"Garden salad"_s, ProductGridModel::BadgeTextRole), u"5 left"_s);
    QCOMPARE(text(u"Cinnamon roll"_s, ProductGridModel::BadgeTextRole), u"Sold out"_s);
    QCOMPARE(text(u"Flat white"_s, ProductGridModel::BadgeTextRole), QString());
}

void TestSellScreen::typingNarrowsTheTiles()
{
    m_shop->open();
    search(u"choc"_s);
    QCOMPARE(tileCount(), 2); // Pain au chocolat, Chocolate cake slice
    search(u"cake choc"_s);
    QCOMPARE(tileCount(), 1);
    search(u"SKU-0003"_s);
    QCOMPARE(tileCount(), 1);
    QTest::mouseClick(child<QToolButton>("clearSearchButton"), Qt::LeftButton);
    QCOMPARE(tileCount(), 24);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
}

void TestSellScreen::anOddSearchDoesNoHarm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("blanks") << u"   \t "_s;
    QTest::newRow("huge") << QString(100'000, u'z');
    QTest::newRow("percent one") << u"%1 %n %L1"_s;
    QTest::newRow("markup") << u"<b>x</b> &amp;"_s;
    QTest::newRow("surrogate alone") << QString(QChar(0xD800));
    QTest::newRow("right to left") << u"\u202Eabc قهوة"_s;
    QTest::newRow("quotes") << u"'; DROP TABLE \"%\"*"_s;
}

void TestSellScreen::anOddSearchDoesNoHarm()
{
    QFETCH(QString, text);
    m_shop->open();
    auto *field = child<SearchField>("searchField");
    field->setText(text);
    QVERIFY(field->text().size() <= field->maxLength());
    m_shop->settle();
    QVERIFY(m_shop->window->minimumSizeHint().width() <= 1024);
    m_shop->window->grab();
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(tileCount(), 24);
}

void TestSellScreen::noMatchSaysSoAndClears()
{
    m_shop->open();
    search(u"xyz"_s);
    QCOMPARE(pageName(), u"noMatch"_s);
    QCOMPARE(child<QLabel>("noMatchTitle")->text(), u"No product matches “xyz”"_s);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
    QTest::mouseClick(child<QPushButton>("noMatchAction"), Qt::LeftButton);
    QCOMPARE(pageName(), u"productGrid"_s);
    QCOMPARE(child<SearchField>("searchField")->text(), QString());
    QVERIFY(child<SearchField>("searchField")->hasFocus());
}

void TestSellScreen::aCategoryNarrowsTheTiles()
{
    m_shop->open();
    const auto chips = child<QWidget>("chipRow")->findChildren<QPushButton *>();
    QCOMPARE(chips.size(), 7);
    const auto chip = [&chips](const QString &name) {
        for (QPushButton *each : chips) {
            if (each->text() == name)
                return each;
        }
        return chips.first();
    };
    QTest::mouseClick(chip(u"Bakery"_s), Qt::LeftButton);
    QCOMPARE(tileCount(), 4);
    QVERIFY(chip(u"Bakery"_s)->isChecked());
    QVERIFY(!chip(u"All"_s)->isChecked());

    search(u"espresso"_s);
    QCOMPARE(pageName(), u"noMatch"_s);
    QVERIFY(child<QLabel>("noMatchExplanation")->text().contains(u"Bakery"_s));
    search({});
    QTest::mouseClick(chip(u"All"_s), Qt::LeftButton);
    QCOMPARE(tileCount(), 24);
}

void TestSellScreen::anEmptyShopSaysSo()
{
    m_shop = std::make_unique<GuiShop>(QList<ui::ShopProduct>());
    m_shop->open();
    QCOMPARE(pageName(), u"emptyShop"_s);
    QCOMPARE(child<QLabel>("emptyShopTitle")->text(), u"No products yet"_s);
    QVERIFY(!child<QLabel>("emptyShopExplanation")->text().isEmpty());

    m_shop->catalogue.categories = cornerShelves();
    m_shop->catalogue.products = cornerShop();
    QTest::mouseClick(child<QPushButton>("emptyShopAction"), Qt::LeftButton);
    QTRY_COMPARE(pageName(), u"productGrid"_s);
    QCOMPARE(tileCount(), 24);
}

void TestSellScreen::aFailedLoadCanBeTriedAgain()
{
    m_shop->catalogue.failure = Error{ErrorCode::Internal, u"secret detail"_s, {}};
    m_shop->open();
    QCOMPARE(pageName(), u"loadFailed"_s);
    QVERIFY(!child<QLabel>("loadFailedTitle")->text().isEmpty());
    QVERIFY(!child<QLabel>("loadFailedExplanation")->text().contains(u"secret"_s));

    m_shop->catalogue.failure.reset();
    QTest::mouseClick(child<QPushButton>("loadFailedAction"), Qt::LeftButton);
    QTRY_COMPARE(pageName(), u"productGrid"_s);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
}

void TestSellScreen::skeletonsComeOnlyAfterAWhile()
{
    QElapsedTimer sinceOpened;
    sinceOpened.start(); // Before the window is made: it waits from then on.
    m_shop = std::make_unique<GuiShop>(cornerShop());
    m_shop->catalogue.holdsAnswers = true;
    m_shop->open();
    const bool areThere = child<QWidget>("skeletonTiles")->isVisible();
    QVERIFY(!areThere || sinceOpened.elapsed() >= ui::ProductPages::SkeletonDelayMs);
    QTRY_COMPARE(pageName(), u"skeletonTiles"_s);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
    m_shop->catalogue.release();
    QTRY_COMPARE(pageName(), u"productGrid"_s);
}

void TestSellScreen::theFocusIsInTheSearchField()
{
    m_shop->open();
    QCOMPARE(QApplication::focusWidget(), child<SearchField>("searchField"));
}

void TestSellScreen::tapsLeaveTheFocusThere()
{
    m_shop->open();
    auto *grid = child<ProductGrid>("productGrid");
    QTest::mouseClick(child<QWidget>("chipRow")->findChildren<QPushButton *>().last(),
                      Qt::LeftButton);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                      grid->visualRect(grid->model()->index(0, 0)).center());
    QVERIFY(child<SearchField>("searchField")->hasFocus());
    m_shop->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    m_shop->settle();
    QTest::mouseClick(child<QPushButton>("connectionAction"), Qt::LeftButton);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
}

void TestSellScreen::f2SelectsWhatWasSearched()
{
    m_shop->open();
    search(u"cake"_s);
    child<ProductGrid>("productGrid")->setFocus();
    QTest::keyClick(m_shop->window.get(), Qt::Key_F2);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
    QCOMPARE(child<SearchField>("searchField")->selectedText(), u"cake"_s);
}

void TestSellScreen::escClearsFromAnywhere()
{
    m_shop->open();
    search(u"cake"_s);
    child<ProductGrid>("productGrid")->takeFocus();
    QTest::keyClick(child<ProductGrid>("productGrid"), Qt::Key_Escape);
    QCOMPARE(tileCount(), 24);
    QVERIFY(child<SearchField>("searchField")->hasFocus());
}

void TestSellScreen::theCartIsEmptyAndSaysSo()
{
    m_shop->open();
    QCOMPARE(child<QLabel>("emptyCartTitle")->text(), u"Ready for the next sale"_s);
    QCOMPARE(child<QLabel>("totalAmount")->text(), u"$0.00"_s);
    QVERIFY(!child<QPushButton>("chargeButton")->isEnabled());
    for (const char *act : {"discountButton", "noteButton", "holdButton"})
        QVERIFY(!child<QPushButton>(act)->isEnabled());
}

} // namespace tp::test

using tp::test::TestSellScreen;
TP_TEST(TestSellScreen)
#include "tst_sellscreen.moc"
