// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/salebench.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::test::SaleBench;
using tp::ui::CartPresenter;

/// What a cashier does to a sale, and what she reads then.
class TestCartPresenter final : public QObject
{
    Q_OBJECT

    using Kind = tp::ui::CartEntry::Kind;

    std::unique_ptr<SaleBench> m_bench;

    CartPresenter &cart() { return m_bench->cart; }
    const tp::ui::CartState &state() { return m_bench->cart.state(); }
    void add(const QList<tp::ui::ProductRef> &products)
    {
        for (const auto &product : products)
            cart().add(product);
    }
    void enter(Kind kind, const QString &text)
    {
        cart().begin(kind);
        cart().submitEntry(text);
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<SaleBench>();
        m_bench->open();
        QTRY_COMPARE(state().total, u"$0.00"_s);
    }
    void cleanup() { m_bench.reset(); }

    void theSameProductAgainRaisesItsLine()
    {
        add({m_bench->coffee, m_bench->bread, m_bench->coffee});
        QCOMPARE(m_bench->details(),
                 (QStringList{u"Flat white: 2 × $4.20"_s, u"Bread: 1 × $3.50"_s}));
        QCOMPARE(state().selected, 0);
        QCOMPARE(state().total, u"$11.90"_s);
        QVERIFY(state().canCharge);
    }

    void aNoteOrADiscountMakesALineItsOwn()
    {
        add({m_bench->coffee});
        enter(Kind::Note, u"  no   sugar "_s);
        add({m_bench->coffee});
        enter(Kind::LineDiscount, u"50%"_s);
        add({m_bench->coffee, m_bench->coffee});
        QCOMPARE(m_bench->details(),
                 (QStringList{u"Flat white: 1 × $4.20 · no sugar"_s,
                              u"Flat white: 1 × $4.20 · -50%"_s, u"Flat white: 2 × $4.20"_s}));
        QCOMPARE(state().total, u"$14.70"_s);
    }

    void whatIsWeighedAsksHowMuch()
    {
        add({m_bench->apples});
        QVERIFY(state().rows.isEmpty());
        QCOMPARE(state().entry.kind, Kind::Quantity);
        QCOMPARE(state().entry.unit, u"kg"_s);
        for (const QString &wrong : {u""_s, u"abc"_s, u"0"_s, u"-1"_s, u"1.2345"_s, u"99999"_s}) {
            cart().submitEntry(wrong);
            QVERIFY2(!state().entry.fault.isEmpty(), qPrintable(wrong));
        }
        cart().submitEntry(u"0,453"_s);
        QCOMPARE(state().entry.kind, Kind::None);
        QCOMPARE(m_bench->details(), QStringList{u"Apples: 0.453 kg × $12.99"_s});
        QCOMPARE(state().total, u"$5.88"_s);
        add({m_bench->apples});
        cart().submitEntry(u"1"_s);
        QCOMPARE(state().rows.size(), 2); // Another bag.
        QVERIFY(!state().rows.last().canStep);
    }

    void taxAndDiscountsLeadToTheTotal()
    {
        add({m_bench->coffee, m_bench->coffee, m_bench->bread});
        QCOMPARE(state().sums, (QList<tp::ui::SumRow>{{u"Subtotal"_s, u"$11.90"_s},
                                                      {u"Incl. tax 8%"_s, u"$0.88"_s}}));
        enter(Kind::CartDiscount, u"10"_s);
        QCOMPARE(state().total, u"$10.71"_s);
        QCOMPARE(state().sums.at(1), (tp::ui::SumRow{u"Discount"_s, u"-$1.19"_s}));
        cart().begin(Kind::CartDiscount);
        QCOMPARE(state().entry.text, u"10"_s);
        cart().setEntryPercent(false);
        cart().submitEntry(u"2.00"_s);
        QCOMPARE(state().total, u"$9.90"_s);
        enter(Kind::CartDiscount, {});
        QCOMPARE(state().total, u"$11.90"_s);
    }

    void aDiscountOverThePriceIsRefusedInPlace()
    {
        add({m_bench->coffee});
        cart().begin(Kind::LineDiscount);
        cart().setEntryPercent(false);
        cart().submitEntry(u"4.21"_s);
        QVERIFY(!state().entry.fault.isEmpty());
        QCOMPARE(state().total, u"$4.20"_s);
        cart().submitEntry(u"4.20"_s);
        QVERIFY(state().entry.fault.isEmpty());
        QCOMPARE(state().total, u"$0.00"_s);
        cart().submitEntry(u"101%"_s); // Nothing is asked any more.
        QCOMPARE(state().total, u"$0.00"_s);
    }

    void plusAndMinusStopAtOne()
    {
        add({m_bench->coffee});
        QVERIFY(!state().rows.first().canLessen);
        cart().changeQuantity(-1);
        QCOMPARE(m_bench->details(), QStringList{u"Flat white: 1 × $4.20"_s});
        cart().changeQuantity(1);
        cart().changeQuantity(1);
        cart().changeQuantity(-1);
        QCOMPARE(m_bench->details(), QStringList{u"Flat white: 2 × $4.20"_s});
        enter(Kind::Quantity, u"12"_s);
        QCOMPARE(m_bench->details(), QStringList{u"Flat white: 12 × $4.20"_s});
        cart().begin(Kind::Quantity);
        cart().submitEntry(u"1.5"_s);
        QVERIFY(!state().entry.fault.isEmpty());
    }

    void aPrefixIsForTheNextThingAlone()
    {
        QVERIFY(cart().takePrefix(u"2*"_s));
        QCOMPARE(state().prefix, u"2 ×"_s);
        add({m_bench->coffee, m_bench->coffee});
        QCOMPARE(m_bench->details(), QStringList{u"Flat white: 3 × $4.20"_s}); // Not 22, not 4.
        QVERIFY(state().prefix.isEmpty());
        QVERIFY(cart().takePrefix(u"9*"_s));
        cart().refuseBarcode(u"123456"_s);
        QVERIFY(state().prefix.isEmpty());
        for (const QString &text : {u"*"_s, u"0*"_s, u"x*"_s, u"4006381333931*"_s, u"12"_s, u""_s})
            QVERIFY2(!cart().takePrefix(text), qPrintable(text));
        QVERIFY(cart().takePrefix(u"0.5*"_s));
        add({m_bench->apples});
        QCOMPARE(state().rows.last().name, u"Apples"_s); // It knows how much.
        QVERIFY(cart().takePrefix(u"0.5*"_s));
        add({m_bench->bread});
        QVERIFY(!state().notice.isEmpty()); // Half a loaf is not sold.
        QCOMPARE(state().rows.size(), 2);
    }

    void aPrefixIsForgottenAfterAWhile()
    {
        QVERIFY(cart().takePrefix(u"7*"_s));
        QTRY_VERIFY_WITH_TIMEOUT(state().prefix.isEmpty(), 2 * CartPresenter::PrefixMs);
    }

    void whatIsRemovedComesBackAsItWas()
    {
        add({m_bench->coffee, m_bench->coffee, m_bench->bread});
        cart().select(0);
        enter(Kind::Note, u"hot"_s);
        const auto before = state();
        QSignalSpy offered(&cart(), &CartPresenter::undoOffered);
        cart().removeLine();
        QCOMPARE(offered.takeFirst().first().toString(), u"Flat white removed"_s);
        QCOMPARE(m_bench->details(), QStringList{u"Bread: 1 × $3.50"_s});
        cart().undo();
        QCOMPARE(state().rows, before.rows);
        QCOMPARE(state().selected, 0);
        cart().redo();
        QCOMPARE(state().rows.size(), 1);
        QVERIFY(!state().canRedo);
        cart().undo();
        add({m_bench->bread});
        QVERIFY(!state().canRedo); // Another way was taken.
    }

    void aClearedSaleComesBack()
    {
        add({m_bench->coffee, m_bench->bread});
        enter(Kind::CartDiscount, u"10"_s);
        const QString total = state().total;
        cart().clear();
        QVERIFY(state().rows.isEmpty());
        QVERIFY(!state().canCharge);
        cart().undo();
        QCOMPARE(state().total, total);
        QCOMPARE(state().rows.size(), 2);
    }

    void fiftyStepsCanBeTakenBack()
    {
        for (int step = 0; step < 60; ++step)
            cart().add(m_bench->coffee);
        for (int step = 0; step < 60; ++step)
            cart().undo();
        QCOMPARE(m_bench->details(), QStringList{u"Flat white: 10 × $4.20"_s});
        QVERIFY(!state().canUndo);
        cart().select(0);
        cart().redo();
        QCOMPARE(m_bench->details(), QStringList{u"Flat white: 11 × $4.20"_s});
    }

    void aHeldSaleKeepsEverything()
    {
        add({m_bench->coffee, m_bench->bread});
        enter(Kind::Note, u"toasted"_s);
        enter(Kind::CartDiscount, u"10"_s);
        const auto before = state();
        cart().hold();
        QVERIFY(state().rows.isEmpty());
        QCOMPARE(state().held.size(), 1);
        QVERIFY(state().held.first().contains(before.total));
        add({m_bench->coffee});
        cart().recall(0); // The one at hand changes places with it.
        QCOMPARE(state().rows, before.rows);
        QCOMPARE(state().sums, before.sums);
        QCOMPARE(state().held.size(), 1);
        cart().recall(7);
        cart().recall(-1);
        QCOMPARE(state().rows, before.rows);
    }

    void anUnknownBarcodeSaysSoAndTheNextScanClearsIt()
    {
        QSignalSpy alarms(&cart(), &CartPresenter::alarmed);
        cart().refuseBarcode(u"4006381333931"_s);
        QCOMPARE(state().notice.what, u"4006381333931 is not in the catalogue"_s);
        QCOMPARE(alarms.count(), 1);
        add({m_bench->coffee});
        QVERIFY(state().notice.isEmpty());
    }

    void withoutTheShopsTaxesNothingIsPaid()
    {
        m_bench = std::make_unique<SaleBench>();
        m_bench->sales.rules = tp::Error{tp::ErrorCode::Unavailable, {}, {}};
        m_bench->open();
        add({m_bench->coffee});
        QCOMPARE(state().total, u"$4.20"_s); // It is shown,
        QVERIFY(!state().canCharge);         // and cannot be paid.
        QVERIFY(!state().notice.isEmpty());
        QVERIFY(!cart().draft());
        m_bench->sales.rules = tp::test::dollarRules();
        m_bench->connection.serverBack();
        QTRY_VERIFY(state().canCharge);
        QVERIFY(state().notice.isEmpty());
    }

    void aProductWithoutATaxRateIsRefused()
    {
        add({m_bench->bread});
        tp::ui::ShopProduct odd = *m_bench->coffee;
        odd.taxClass = u"luxury"_s;
        cart().add(std::make_shared<const tp::ui::ShopProduct>(odd));
        QCOMPARE(state().rows.size(), 1);
        QVERIFY(!state().notice.isEmpty());
        QVERIFY(state().canCharge); // The rest can be sold.
    }

    void theModelFollows()
    {
        const QAbstractItemModelTester tester(
            cart().rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(cart().rows(), &QAbstractItemModel::modelReset);
        add({m_bench->coffee, m_bench->bread, m_bench->coffee});
        QCOMPARE(cart().rows()->rowCount(), 2);
        cart().select(0);
        cart().removeLine();
        QCOMPARE(cart().rows()->index(0, 0).data().toString(), u"Bread"_s);
        cart().undo();
        cart().clear();
        QCOMPARE(cart().rows()->rowCount(), 0);
        QCOMPARE(resets.count(), 0);
    }
};

TP_TEST(TestCartPresenter)

#include "tst_cartpresenter.moc"
