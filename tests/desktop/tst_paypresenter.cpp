// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/salebench.h"
#include "tests/support/testmain.h"
#include "ui/presentation/tenderproposals.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::test::SaleBench;
using tp::ui::PayPresenter;

/// How a sale is paid, and that it is finished once.
class TestPayPresenter final : public QObject
{
    Q_OBJECT

    using Phase = tp::ui::PayState::Phase;

    std::unique_ptr<SaleBench> m_bench;

    PayPresenter &pay() { return m_bench->pay; }
    const tp::ui::PayState &state() { return m_bench->pay.state(); }
    const QList<tp::ui::FinishedSale> &kept() { return m_bench->sales.kept; }

    /// 11.90 to pay, long enough ago for every key to count.
    void openPay()
    {
        m_bench->cart.add(m_bench->coffee);
        m_bench->cart.add(m_bench->coffee);
        m_bench->cart.add(m_bench->bread);
        pay().open();
        QCOMPARE(state().phase, Phase::Open);
        m_bench->clock.advance(PayPresenter::OpenGuardMs);
    }
    void type(const QString &text)
    {
        for (const QChar key : text) {
            if (key == u'.')
                pay().typePoint();
            else
                pay().typeDigit(key.digitValue());
        }
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<SaleBench>();
        m_bench->open();
        QTRY_COMPARE(m_bench->cart.state().total, u"$0.00"_s);
    }
    void cleanup() { m_bench.reset(); }

    void proposalsAreWhatPeopleHandOver_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("due");
        QTest::addColumn<QList<qint64>>("sums");
        const auto row = [](const char *currency, qint64 due, const QList<qint64> &sums) {
            QTest::addRow("%s %lld", currency, qlonglong(due))
                << QString::fromLatin1(currency) << due << sums;
        };
        row("USD", 2560, {2600, 3000, 4000, 5000, 10000});
        row("USD", 2600, {3000, 4000, 5000, 10000});
        row("USD", 320, {400, 500, 1000, 2000, 5000});
        row("EUR", 12'000, {15'000, 20'000});
        row("EUR", 20'000, {});
        row("JPY", 1'250, {1'300, 1'500, 2'000, 5'000, 10'000});
        row("KWD", 1'250, {2'000, 5'000, 10'000, 50'000, 100'000});
        row("USD", 0, {});
    }

    void proposalsAreWhatPeopleHandOver()
    {
        QFETCH(QString, currency);
        QFETCH(qint64, due);
        const auto money =
            tp::Money::fromMinor(due, *tp::Currency::fromCode(QStringView(currency)));
        QList<qint64> sums;
        for (const tp::Money &sum : tp::ui::tenderProposals(*money))
            sums.append(sum.minor());
        QTEST(sums, "sums");
    }

    void anEmptyCartIsNotPaid()
    {
        pay().open();
        QVERIFY(!state().isOpen());
    }

    void exactCashFinishesTheSale()
    {
        openPay();
        QCOMPARE(state().due, u"$11.90"_s);
        QCOMPARE(state().change, u"$0.00"_s);
        const QSignalSpy completed(&pay(), &PayPresenter::completed);
        pay().complete();
        QCOMPARE(state().phase, Phase::Completing);
        QTRY_COMPARE(completed.count(), 1);
        QVERIFY(!state().isOpen());
        QCOMPARE(kept().size(), 1);
        const tp::ui::FinishedSale &sale = kept().first();
        QCOMPARE(sale.totals.total.minor(), 1190);
        QCOMPARE(sale.totals.taxTotal.minor(), 88);
        QCOMPARE(sale.lines.size(), 2);
        QCOMPARE(sale.lines.first().quantity.thousandths(), 2000);
        QCOMPARE(sale.payments.first().method, tp::contract::PaymentMethod::Cash);
        QCOMPARE(sale.payments.first().tender.tendered.minor(), 1190);
        QCOMPARE(sale.soldBy, std::optional(tp::test::maya().id));
        QVERIFY(m_bench->cart.state().rows.isEmpty());
        QCOMPARE(m_bench->cart.state().lastSale.number, u"T1-001041"_s);
        QVERIFY(!m_bench->cart.state().lastSale.hasChange);
    }

    void aTileCompletesAndTheChangeStaysInSight()
    {
        openPay();
        QCOMPARE(state().tiles.at(1).amount, u"$12"_s);
        QCOMPARE(state().tiles.at(1).detail, u"change $0.10"_s);
        pay().payWith(1);
        QTRY_VERIFY(!state().isOpen());
        QCOMPARE(kept().first().change.minor(), 10);
        QCOMPARE(m_bench->cart.state().lastSale.change, u"$0.10"_s);
        m_bench->cart.add(m_bench->coffee);
        QVERIFY(m_bench->cart.state().lastSale.number.isEmpty()); // The next one has begun.
    }

    void aTypedAmountGivesChange()
    {
        openPay();
        type(u"20"_s);
        QCOMPARE(state().received, u"$20.00"_s);
        QCOMPARE(state().change, u"$8.10"_s);
        pay().erase();
        QCOMPARE(state().received, u"$2.00"_s);
        QVERIFY(!state().isEnough);
        QCOMPARE(state().change, u"$9.90"_s); // Still missing.
        pay().complete();
        QCOMPARE(state().phase, Phase::Open);
        pay().clearTyped();
        type(u"15.505"_s); // The last digit has no place.
        QCOMPARE(state().received, u"$15.50"_s);
        pay().complete();
        QTRY_COMPARE(kept().size(), 1);
        QCOMPARE(kept().first().change.minor(), 360);
    }

    void aCardTerminalTakesItExactly()
    {
        openPay();
        type(u"50"_s); // Meant for cash.
        pay().payByTerminal();
        QTRY_COMPARE(kept().size(), 1);
        QCOMPARE(kept().first().payments.first().method, tp::contract::PaymentMethod::External);
        QCOMPARE(kept().first().payments.first().tender.tendered.minor(), 1190);
        QCOMPARE(kept().first().change.minor(), 0);
    }

    void cashIsRoundedToCoinsAndACardIsNot()
    {
        tp::ui::SaleRules rules = tp::test::dollarRules();
        rules.pricing.cashStepMinor = 50;
        m_bench = std::make_unique<SaleBench>();
        m_bench->sales.rules = rules;
        m_bench->open();
        m_bench->cart.add(m_bench->coffee);
        QTRY_VERIFY(m_bench->cart.state().canCharge);
        pay().open();
        QCOMPARE(state().due, u"$4.20"_s);
        QCOMPARE(state().cashDue, u"$4.00"_s);
        m_bench->clock.advance(PayPresenter::OpenGuardMs);
        pay().complete();
        QTRY_COMPARE(kept().size(), 1);
        QCOMPARE(kept().first().rounding.minor(), -20);
        QCOMPARE(kept().first().payments.first().tender.taken().minor(), 400);
    }

    void whatOpenedThePageDoesNotFinishTheSale()
    {
        m_bench->cart.add(m_bench->coffee);
        pay().open();
        m_bench->clock.advance(PayPresenter::OpenGuardMs - 1);
        pay().complete();
        pay().payWith(0);
        pay().payByTerminal();
        QCOMPARE(state().phase, Phase::Open);
        QCOMPARE(kept().size(), 0);
    }

    void pressedTwiceItIsOneSale()
    {
        m_bench->sales.replies.isHeld = true;
        openPay();
        pay().complete();
        pay().complete();
        pay().payWith(1);
        pay().payByTerminal();
        pay().confirmLarge();
        type(u"99"_s);
        pay().close(); // Too late for that, too.
        QCOMPARE(state().phase, Phase::Completing);
        m_bench->sales.replies.release();
        QVERIFY(!state().isOpen());
        pay().complete();
        QCOMPARE(kept().size(), 1);
    }

    void aThousandTimesTheTotalIsAskedFor()
    {
        openPay();
        type(u"11901"_s);
        pay().complete();
        QCOMPARE(state().phase, Phase::Asking);
        QVERIFY(state().question.contains(u"$11,901.00"_s));
        pay().complete(); // Enter is no answer.
        QCOMPARE(kept().size(), 0);
        pay().declineLarge();
        QCOMPARE(state().phase, Phase::Open);
        QVERIFY(!state().isTyped);
        type(u"11900"_s);
        pay().complete();
        QCOMPARE(state().phase, Phase::Completing);
    }

    void anAnswerOfYesTakesIt()
    {
        openPay();
        type(u"11901"_s);
        pay().complete();
        pay().confirmLarge();
        QTRY_COMPARE(kept().size(), 1);
        QCOMPARE(kept().first().payments.first().tender.tendered.minor(), 1'190'100);
    }

    void aFailureLeavesTheSaleAsItWas()
    {
        m_bench->sales.failure = tp::Error{tp::ErrorCode::Internal, u"secret: disk"_s, {}};
        openPay();
        type(u"20"_s);
        pay().complete();
        QTRY_COMPARE(state().phase, Phase::Open);
        QVERIFY(!state().notice.isEmpty());
        QVERIFY(!state().notice.why.contains(u"secret"_s));
        QCOMPARE(state().received, u"$20.00"_s);
        QCOMPARE(m_bench->cart.state().rows.size(), 2);
        QVERIFY(m_bench->cart.state().lastSale.number.isEmpty());
        m_bench->sales.failure.reset();
        pay().complete();
        QTRY_VERIFY(!state().isOpen());
        QCOMPARE(m_bench->cart.state().lastSale.change, u"$8.10"_s);
    }

    void aScanWhilePayingChangesNothing()
    {
        openPay();
        type(u"2"_s);
        const auto restore = pay().snapshot();
        type(u"4010"_s);
        restore();
        pay().refuseScan();
        QCOMPARE(state().received, u"$2.00"_s);
        QVERIFY(!state().notice.isEmpty());
        QCOMPARE(m_bench->cart.state().rows.size(), 2);
        QCOMPARE(kept().size(), 0);
    }

    void aSaleOfNothingCanBeFinished()
    {
        m_bench->cart.add(m_bench->coffee);
        m_bench->cart.begin(tp::ui::CartEntry::Kind::CartDiscount);
        m_bench->cart.submitEntry(u"100"_s);
        pay().open();
        m_bench->clock.advance(PayPresenter::OpenGuardMs);
        pay().complete();
        QTRY_COMPARE(kept().size(), 1);
        QCOMPARE(kept().first().totals.total.minor(), 0);
    }
};

TP_TEST(TestPayPresenter)

#include "tst_paypresenter.moc"
