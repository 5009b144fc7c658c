// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/salehands.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

/// A sale is paid: by scans and two keys, by taps, once.
class TestPayScreen final : public SaleHands
{
    Q_OBJECT

private slots:
    void init() { openShop(); }
    void cleanup() { closeShop(); }

    void threeScansAndTwoKeysAreASale();
    void fiveTapsAreASaleAndTheNextBeginsWithATap();
    void aDoubleClickCompletesOnce();
    void enterHeldDownOpensThePaymentAtMost();
    void oneEnterDoesOneThing();
    void backFromThePaymentKeepsTheSale();
    void aFailureIsSaidAndTheSaleStays();
    void lockedTheSaleWaits();
};

void TestPayScreen::threeScansAndTwoKeysAreASale()
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

void TestPayScreen::fiveTapsAreASaleAndTheNextBeginsWithATap()
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

void TestPayScreen::aDoubleClickCompletesOnce()
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

void TestPayScreen::enterHeldDownOpensThePaymentAtMost()
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

void TestPayScreen::oneEnterDoesOneThing()
{
    tapTile(0);
    press(Qt::Key_Return);
    press(Qt::Key_Return, {}, 100); // A bounce.
    QVERIFY(isPaying());
    QCOMPARE(m_shop->sales.kept.size(), 0);
}

void TestPayScreen::backFromThePaymentKeepsTheSale()
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

void TestPayScreen::aFailureIsSaidAndTheSaleStays()
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

void TestPayScreen::lockedTheSaleWaits()
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

using tp::test::TestPayScreen;
TP_TEST(TestPayScreen)
#include "tst_payscreen.moc"
