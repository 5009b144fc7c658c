// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"
#include "ui/widgets/productgrid.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

/// A sale through the window: what a cashier presses, taps and scans. Time is the fake clock's, so
/// a scanner is five milliseconds a key and a person a hundred and fifty.
class TestSaleScreen final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_shop.reset(); }

    void threeScansAndTwoKeysAreASale();
    void fiveTapsAreASaleAndTheNextBeginsWithATap();
    void aScanLeavesHalfAWordInTheField_data();
    void aScanLeavesHalfAWordInTheField();
    void aScanWhilePayingChangesNothing();
    void aPrefixIsNotTypedIntoTheScan();
    void anUnknownCodeDoesNotStopTheNext();
    void theSameScannedTwiceIsOneLine();
    void aDoubleClickCompletesOnce();
    void enterHeldDownOpensThePaymentAtMost();
    void oneEnterDoesOneThing();
    void theSearchTakesWhatIsTypedSlowly();
    void aRemovedLineComesBackByTheToast();
    void escNeverEmptiesTheCart();
    void clearHasItsUndo();
    void holdAndRecallKeepTheSale();
    void theFocusComesBackToTheScanField();
    void keysChangeTheSelectedLine();
    void entriesTakeEnterAndEsc();
    void backFromThePaymentKeepsTheSale();
    void aFailureIsSaidAndTheSaleStays();
    void lockedTheSaleWaits();

private:
    template <typename T = QWidget>
    T *child(const char *name) const
    {
        return m_shop->child<T>(name);
    }
    const ui::CartState &cart() const { return m_shop->cart.state(); }
    bool isPaying() const { return m_shop->pay.state().isOpen(); }

    void press(int key, Qt::KeyboardModifiers modifiers = {}, int afterMs = 300);
    void typeSlowly(const QString &text);
    void scan(const QString &code);
    void tapTile(int row);
    void click(const char *name)
    {
        m_shop->clock.advance(300);
        QTest::mouseClick(child(name), Qt::LeftButton);
    }
    QString barcode(int row) const;

    std::unique_ptr<GuiShop> m_shop;
};

void TestSaleScreen::init()
{
    m_shop = std::make_unique<GuiShop>(cornerShop());
    m_shop->open();
}

void TestSaleScreen::press(int key, Qt::KeyboardModifiers modifiers, int afterMs)
{
    m_shop->clock.advance(afterMs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
}

void TestSaleScreen::typeSlowly(const QString &text)
{
    for (const QChar each : text) {
        m_shop->clock.advance(150);
        QTest::keyClick(QApplication::focusWidget(), each.toLatin1());
    }
}

void TestSaleScreen::scan(const QString &code)
{
    for (const QChar each : code) {
        m_shop->clock.advance(5);
        QTest::keyClick(QApplication::focusWidget(), each.toLatin1());
    }
    press(Qt::Key_Return, {}, 5);
}

void TestSaleScreen::tapTile(int row)
{
    auto *grid = child<ui::ProductGrid>("productGrid");
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                      grid->visualRect(grid->model()->index(row, 0)).center());
}

QString TestSaleScreen::barcode(int row) const
{
    return m_shop->catalogue.products.at(row).barcodes.first();
}

void TestSaleScreen::threeScansAndTwoKeysAreASale()
{
    for (const int row : {0, 3, 4}) {
        m_shop->clock.advance(1'000);
        scan(barcode(row));
    }
    QCOMPARE(cart().rows.size(), 3);
    QCOMPARE(child<QLineEdit>("searchField")->text(), QString());
    press(Qt::Key_Return);
    QVERIFY(isPaying());
    QVERIFY(child("dueAmount")->isVisible());
    press(Qt::Key_Return);
    QTRY_VERIFY(!isPaying());
    QCOMPARE(m_shop->sales.kept.size(), 1);
    QCOMPARE(m_shop->sales.kept.first().totals.total.minor(), 420 + 480 + 350);
    QVERIFY(child("lastSaleCard")->isVisible());
    QVERIFY(child("searchField")->hasFocus());
    m_shop->clock.advance(1'000);
    scan(barcode(0));
    QCOMPARE(cart().rows.size(), 1);
    QVERIFY(!child("lastSaleCard")->isVisible());
}

void TestSaleScreen::fiveTapsAreASaleAndTheNextBeginsWithATap()
{
    for (const int row : {0, 1, 2})
        tapTile(row);
    click("chargeButton");
    QVERIFY(isPaying());
    click("tender1");
    QTRY_VERIFY(!isPaying());
    QCOMPARE(m_shop->sales.kept.size(), 1);
    QVERIFY(m_shop->sales.kept.first().change.minor() > 0);
    QVERIFY(child<QLabel>("lastSaleChange")->isVisible());
    tapTile(0);
    QCOMPARE(cart().rows.size(), 1);
}

void TestSaleScreen::aScanLeavesHalfAWordInTheField_data()
{
    QTest::addColumn<int>("pauseMs");
    for (const int pauseMs : {70, 100, 300, 700})
        QTest::addRow("%d", pauseMs) << pauseMs;
}

void TestSaleScreen::aScanLeavesHalfAWordInTheField()
{
    QFETCH(int, pauseMs);
    typeSlowly(u"croi"_s);
    m_shop->clock.advance(pauseMs - 5);
    scan(barcode(0));
    QCOMPARE(child<QLineEdit>("searchField")->text(), u"croi"_s);
    QCOMPARE(cart().rows.size(), 1);
    QCOMPARE(cart().rows.first().name, u"Flat white"_s);
}

void TestSaleScreen::aScanWhilePayingChangesNothing()
{
    tapTile(0);
    press(Qt::Key_Return);
    typeSlowly(u"2"_s);
    m_shop->clock.advance(1'000);
    scan(barcode(3));
    QVERIFY(isPaying());
    QCOMPARE(child<QLabel>("receivedAmount")->text(), u"$2.00"_s);
    QVERIFY(child("payNoticeText")->isVisible());
    QCOMPARE(cart().rows.size(), 1);
    QCOMPARE(m_shop->sales.kept.size(), 0);
}

void TestSaleScreen::aPrefixIsNotTypedIntoTheScan()
{
    typeSlowly(u"2*"_s);
    QVERIFY(child("quantityPrefix")->isVisible());
    QCOMPARE(child<QLineEdit>("searchField")->text(), QString());
    m_shop->clock.advance(100);
    scan(barcode(0));
    QVERIFY(!child("quantityPrefix")->isVisible());
    m_shop->clock.advance(1'000);
    scan(barcode(0));
    QCOMPARE(cart().rows.size(), 1);
    QCOMPARE(cart().rows.first().quantity, u"3"_s);
}

void TestSaleScreen::anUnknownCodeDoesNotStopTheNext()
{
    scan(u"4006381333931"_s);
    QVERIFY(child("saleNoticeText")->isVisible());
    QCOMPARE(cart().rows.size(), 0);
    m_shop->clock.advance(1'000);
    scan(barcode(1));
    QCOMPARE(cart().rows.size(), 1);
    QVERIFY(!child("saleNoticeText")->isVisible());
    QVERIFY(child("searchField")->hasFocus());
}

void TestSaleScreen::theSameScannedTwiceIsOneLine()
{
    scan(barcode(0));
    m_shop->clock.advance(1'000);
    scan(barcode(0));
    QCOMPARE(cart().rows.size(), 1);
    QCOMPARE(cart().rows.first().quantity, u"2"_s);
    const auto tile = m_shop->sell.products()->index(0);
    QCOMPARE(tile.data(ui::ProductGridModel::InCartRole).toInt(), 2);
}

void TestSaleScreen::aDoubleClickCompletesOnce()
{
    m_shop->sales.replies.isHeld = true;
    tapTile(0);
    press(Qt::Key_Return);
    click("completeButton");
    QVERIFY(!child("completeButton")->isEnabled());
    QTest::mouseDClick(child("completeButton"), Qt::LeftButton);
    QTest::mouseDClick(child("tender0"), Qt::LeftButton);
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    m_shop->sales.replies.release();
    QVERIFY(!isPaying());
    QCOMPARE(m_shop->sales.kept.size(), 1);
}

void TestSaleScreen::enterHeldDownOpensThePaymentAtMost()
{
    tapTile(0);
    press(Qt::Key_Return);
    for (int repeat = 0; repeat < 60; ++repeat) {
        m_shop->clock.advance(33);
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, true);
        QApplication::sendEvent(QApplication::focusWidget(), &again);
    }
    QVERIFY(isPaying());
    QCOMPARE(m_shop->sales.kept.size(), 0);
}

void TestSaleScreen::oneEnterDoesOneThing()
{
    tapTile(0);
    press(Qt::Key_Return);
    press(Qt::Key_Return, {}, 100); // A bounce.
    QVERIFY(isPaying());
    QCOMPARE(m_shop->sales.kept.size(), 0);
}

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

void TestSaleScreen::backFromThePaymentKeepsTheSale()
{
    m_shop->tap({u"Flat white"_s});
    press(Qt::Key_Return);
    typeSlowly(u"20"_s);
    press(Qt::Key_Escape);
    QVERIFY(!isPaying());
    QVERIFY(child("productGrid")->isVisible());
    QCOMPARE(cart().rows.size(), 1);
    press(Qt::Key_Return);
    QCOMPARE(child<QLabel>("receivedAmount")->text(), u"$4.20"_s); // Not the old 20.
    press(Qt::Key_Tab); // Another button has the focus: Enter is its.
    QVERIFY(QApplication::focusWidget() != child("completeButton"));
    QVERIFY(m_shop->window->isAncestorOf(QApplication::focusWidget()));
    child("backButton")->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    QVERIFY(!isPaying());
    QCOMPARE(m_shop->sales.kept.size(), 0);
}

void TestSaleScreen::aFailureIsSaidAndTheSaleStays()
{
    m_shop->sales.failure = Error{ErrorCode::Internal, u"secret"_s, {}};
    m_shop->tap({u"Flat white"_s});
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_VERIFY(child("payNoticeText")->isVisible());
    QVERIFY(isPaying());
    QCOMPARE(cart().rows.size(), 1);
    QVERIFY(child("completeButton")->isEnabled());
    m_shop->sales.failure.reset();
    press(Qt::Key_Return);
    QTRY_VERIFY(!isPaying());
}

void TestSaleScreen::lockedTheSaleWaits()
{
    m_shop->tap({u"Flat white"_s});
    press(Qt::Key_Return);
    m_shop->session.lock();
    QVERIFY(!child("dueAmount")->isVisible());
    scan(barcode(3));
    QCOMPARE(cart().rows.size(), 1);
    m_shop->session.begin(maya());
    QVERIFY(isPaying());
    QVERIFY(child("dueAmount")->isVisible());
    QCOMPARE(m_shop->sales.kept.size(), 0);
}

} // namespace tp::test

using tp::test::TestSaleScreen;
TP_TEST(TestSaleScreen)
#include "tst_salescreen.moc"
