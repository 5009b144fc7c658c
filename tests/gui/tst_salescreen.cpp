// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/salehands.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

/// A sale is entered, changed, put aside and taken up again: what a cashier presses and taps.
class TestSaleScreen final : public SaleHands
{
    Q_OBJECT

private slots:
    void init() { openShop(); }
    void cleanup() { closeShop(); }

    void theSearchTakesWhatIsTypedSlowly();
    void aRemovedLineComesBackByTheToast();
    void escNeverEmptiesTheCart();
    void clearHasItsUndo();
    void holdAndRecallKeepTheSale();
    void theFocusComesBackToTheScanField();
    void keysChangeTheSelectedLine();
    void entriesTakeEnterAndEsc();
    void f1ShowsTheKeys();
};

void TestSaleScreen::theSearchTakesWhatIsTypedSlowly()
{
    typeSlowly(barcode(0));
    QCOMPARE(child<QLineEdit>("searchField")->text(), barcode(0));
    press(Qt::Key_Return);
    QCOMPARE(cart().rows.size(), 1); // A whole barcode by hand.
    QCOMPARE(child<QLineEdit>("searchField")->text(), QString());
    typeSlowly(u"+"_s);
    QCOMPARE(cart().rows.first().quantity, u"2"_s);
    typeSlowly(u"a+-"_s);
    QCOMPARE(child<QLineEdit>("searchField")->text(), u"a+-"_s);
    press(Qt::Key_Delete);
    QCOMPARE(cart().rows.size(), 1); // The field's own.
}

void TestSaleScreen::aRemovedLineComesBackByTheToast()
{
    m_shop->tap({u"Flat white"_s, u"Oat latte"_s, u"Espresso"_s});
    m_shop->cart.select(1);
    m_shop->cart.changeQuantity(2);
    m_shop->cart.begin(ui::CartEntry::Kind::Note);
    m_shop->cart.submitEntry(u"hot"_s);
    const auto before = cart().rows;
    click("removeLineButton");
    QCOMPARE(cart().rows.size(), 2);
    QVERIFY(child("toast")->isVisible());
    QCOMPARE(child<QLabel>("toastText")->text(), u"Oat latte removed"_s);
    click("toastUndo");
    QCOMPARE(cart().rows, before);
    QVERIFY(!child("toast")->isVisible());
    QVERIFY(child("searchField")->hasFocus());
    press(Qt::Key_Delete);
    QCOMPARE(cart().rows.size(), 2);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cart().rows, before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(cart().rows.size(), 2);
}

void TestSaleScreen::escNeverEmptiesTheCart()
{
    m_shop->tap({u"Flat white"_s});
    typeSlowly(u"late"_s);
    for (int times = 0; times < 5; ++times)
        press(Qt::Key_Escape);
    QCOMPARE(cart().rows.size(), 1);
    QCOMPARE(child<QLineEdit>("searchField")->text(), QString());
}

void TestSaleScreen::clearHasItsUndo()
{
    m_shop->tap({u"Flat white"_s, u"Oat latte"_s});
    click("clearSaleButton");
    QVERIFY(cart().rows.isEmpty());
    QVERIFY(child("emptyCartTitle")->isVisible());
    click("toastUndo");
    QCOMPARE(cart().rows.size(), 2);
    press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(cart().rows.isEmpty());
}

void TestSaleScreen::holdAndRecallKeepTheSale()
{
    m_shop->tap({u"Flat white"_s, u"Oat latte"_s});
    const auto before = cart().rows;
    press(Qt::Key_F4);
    QVERIFY(cart().rows.isEmpty());
    QVERIFY(child("heldButton")->isVisible());
    press(Qt::Key_F5);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_COMPARE(cart().rows, before);
    QVERIFY(!child("heldButton")->isVisible());
    QTRY_VERIFY(child("searchField")->hasFocus());
}

void TestSaleScreen::theFocusComesBackToTheScanField()
{
    QVERIFY(child("searchField")->hasFocus());
    tapTile(0);
    for (const char *button : {"moreButton", "lessButton", "discountButton", "entryCancel",
                               "noteButton", "entryApply", "holdButton"}) {
        click(button);
        QVERIFY2(child("entryCard")->isVisible() || child("searchField")->hasFocus(), button);
    }
    tapTile(0);
    QVERIFY(child("searchField")->hasFocus());
    click("chargeButton");
    click("backButton");
    QVERIFY(child("searchField")->hasFocus());
}

void TestSaleScreen::keysChangeTheSelectedLine()
{
    m_shop->tap({u"Flat white"_s, u"Oat latte"_s});
    QCOMPARE(cart().selected, 1);
    press(Qt::Key_Up);
    QCOMPARE(cart().selected, 0);
    press(Qt::Key_Up);
    press(Qt::Key_Plus);
    QCOMPARE(cart().rows.first().quantity, u"2"_s);
    press(Qt::Key_Minus);
    QCOMPARE(cart().rows.first().quantity, u"1"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QCOMPARE(cart().rows.size(), 1);
    press(Qt::Key_F9);
    QVERIFY(isPaying());
}

void TestSaleScreen::entriesTakeEnterAndEsc()
{
    m_shop->tap({u"Flat white"_s});
    press(Qt::Key_F6);
    QVERIFY(child("entryField")->hasFocus());
    typeSlowly(u"12"_s);
    press(Qt::Key_Return);
    QVERIFY(!isPaying()); // The same Enter is not the page's.
    QCOMPARE(cart().rows.first().quantity, u"12"_s);
    QVERIFY(child("searchField")->hasFocus());
    press(Qt::Key_F8);
    typeSlowly(u"x"_s);
    press(Qt::Key_Return);
    QVERIFY(child("entryFault")->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!child("entryCard")->isVisible());
    QVERIFY(child("searchField")->hasFocus());
    press(Qt::Key_F8, Qt::ShiftModifier);
    typeSlowly(u"50"_s);
    press(Qt::Key_Enter);
    QCOMPARE(cart().total, u"$25.20"_s);
    QCOMPARE(cart().rows.size(), 1);
}

void TestSaleScreen::f1ShowsTheKeys()
{
    m_shop->tap({u"Flat white"_s});
    press(Qt::Key_F1);
    QVERIFY(child("keySheet")->isVisible());
    m_shop->clock.advance(1'000);
    scan(barcode(1)); // Selling goes on.
    QCOMPARE(cart().rows.size(), 2);
    press(Qt::Key_Escape);
    QVERIFY(!child("keySheet")->isVisible());
    press(Qt::Key_F1);
    press(Qt::Key_F1);
    QVERIFY(!child("keySheet")->isVisible());
    QVERIFY(child("searchField")->hasFocus());
}

} // namespace tp::test

using tp::test::TestSaleScreen;
TP_TEST(TestSaleScreen)
#include "tst_salescreen.moc"
