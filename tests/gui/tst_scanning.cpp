// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/salehands.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

/// What a scanner types, between what a person does.
class TestScanning final : public SaleHands
{
    Q_OBJECT

private slots:
    void init() { openShop(); }
    void cleanup() { closeShop(); }

    void aScanLeavesHalfAWordInTheField_data();
    void aScanLeavesHalfAWordInTheField();
    void aScanWhilePayingChangesNothing();
    void aPrefixIsNotTypedIntoTheScan();
    void anUnknownCodeDoesNotStopTheNext();
    void theSameScannedTwiceIsOneLine();
};

void TestScanning::aScanLeavesHalfAWordInTheField_data()
{
    QTest::addColumn<int>("pauseMs");
    for (const int pauseMs : {70, 100, 300, 700})
        QTest::addRow("%d", pauseMs) << pauseMs;
}

void TestScanning::aScanLeavesHalfAWordInTheField()
{
    QFETCH(int, pauseMs);
    typeSlowly(u"croi"_s);
    m_shop->clock.advance(pauseMs - 5);
    scan(barcode(0));
    QCOMPARE(child<QLineEdit>("searchField")->text(), u"croi"_s);
    QCOMPARE(cart().rows.size(), 1);
    QCOMPARE(cart().rows.first().name, u"Flat white"_s);
}

void TestScanning::aScanWhilePayingChangesNothing()
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

void TestScanning::aPrefixIsNotTypedIntoTheScan()
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

void TestScanning::anUnknownCodeDoesNotStopTheNext()
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

void TestScanning::theSameScannedTwiceIsOneLine()
{
    scan(barcode(0));
    m_shop->clock.advance(1'000);
    scan(barcode(0));
    QCOMPARE(cart().rows.size(), 1);
    QCOMPARE(cart().rows.first().quantity, u"2"_s);
    const auto tile = m_shop->sell.products()->index(0);
    QCOMPARE(tile.data(ui::ProductGridModel::InCartRole).toInt(), 2);
}

} // namespace tp::test

using tp::test::TestScanning;
TP_TEST(TestScanning)
#include "tst_scanning.moc"
