// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/salerulesclient.h"
#include "app/outbox/saleoutbox.h"
#include "tests/desktop/droppingproxy.h"
#include "tests/desktop/realshop.h"
#include "tests/desktop/soldsale.h"
#include "tests/support/testmain.h"

#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::Money;
using tp::contract::Order;
using tp::contract::OrderStatus;
using tp::contract::PaymentMethod;
using tp::outbox::SaleOutbox;
using tp::ui::KeptSale;
using tp::ui::SaleRules;
using tp::ui::WaitingSales;

/// A till and the backend that ships, up, down and killed. Each test claims T1 anew, so that its
/// numbers are a series of their own.
class TestOutboxReal final : public QObject
{
    Q_OBJECT

    RealShop m_shop;
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    SeededRandom m_random{11};
    std::unique_ptr<SaleOutbox> m_outbox;
    tp::contract::TillClaim m_claim;
    std::optional<SaleRules> m_rules;
    tp::contract::Product m_product;
    WaitingSales m_waiting;
    QList<KeptSale> m_kept;

    void openOutbox(tp::api::HttpClient &http)
    {
        m_outbox.reset();
        m_outbox = std::make_unique<SaleOutbox>(m_folder->filePath(u"outbox.db"_s), http, m_clock,
                                                m_random);
        m_outbox->watchWaiting(this, [this](const WaitingSales &now) { m_waiting = now; });
    }

    std::optional<SaleRules> rules()
    {
        tp::api::SaleRulesClient client(m_shop.http(), m_folder->filePath(u"rules.json"_s));
        std::optional<tp::Result<SaleRules>> said;
        client.loadRules(this, [&said](const auto &answer) { said = answer; });
        [&said] { QTRY_VERIFY_WITH_TIMEOUT(said, 20'000); }();
        return said && *said ? std::optional(said->value()) : std::nullopt;
    }

    Money euros(qint64 cents) const
    {
        return Money::fromMinor(cents, m_rules->pricing.currency).value();
    }

    RungUp rung(qint64 thousandths = 1000, const std::optional<tp::pricing::Discount> &off = {})
    {
        auto thing = rungUp(m_product.id, m_product.name, *m_product.price, thousandths, off);
        thing.rate =
            tp::pricing::rateOn(m_rules->taxClasses, m_product.taxClass, m_clock.nowMs()).value();
        return thing;
    }

    void keep(const tp::ui::FinishedSale &sale)
    {
        m_outbox->keep(sale, this, [this](const auto &kept) {
            QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
            m_kept.append(*kept);
        });
    }

    void keepAll(const QList<tp::ui::FinishedSale> &sales)
    {
        const qsizetype before = m_kept.size();
        for (const auto &sale : sales)
            keep(sale);
        QTRY_COMPARE(m_kept.size(), before + sales.size());
        // What is asked of the file now is answered after they were counted.
        bool isCounted = false;
        m_outbox->find(m_kept.last().id, this, [&isCounted](const auto &) { isCounted = true; });
        QTRY_VERIFY(isCounted);
    }

    QString number(int n) const
    {
        return u"%1-%2"_s.arg(m_claim.series).arg(n, 6, 10, QChar(u'0'));
    }

    /// One order for each sale that was kept, as it was sold, and nothing odd about it.
    void checkOrders()
    {
        const QList<Order> orders = m_shop.ordersOf(m_claim.series);
        QCOMPARE(orders.size(), m_kept.size());
        for (const KeptSale &kept : m_kept) {
            const auto isIt = [&kept](const Order &order) { return order.id == kept.id; };
            const auto order = std::find_if(orders.begin(), orders.end(), isIt);
            QVERIFY(order != orders.end());
            QCOMPARE(order->number, std::optional(kept.number));
            QCOMPARE(order->status, OrderStatus::Confirmed);
            QCOMPARE(order->soldAt->unixMs, kept.soldAtMs);
            QCOMPARE(order->total, std::optional(kept.sale.totals.total));
            QCOMPARE(order->taxTotal, std::optional(kept.sale.totals.taxTotal));
            QCOMPARE(order->changeDue, std::optional(kept.sale.change));
            QCOMPARE(order->rounding, std::optional(kept.sale.rounding));
            QCOMPARE(order->payments.size(), kept.sale.payments.size());
            QVERIFY(!order->expectedTotal);
        }
    }

private slots:
    void initTestCase()
    {
        m_shop.open();
        m_product = m_shop.product(u"COF-ESP"_s);
        QVERIFY(m_product.price);
    }

    void init()
    {
        m_kept.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_rules = rules();
        QVERIFY(m_rules);
        m_claim = m_shop.claim();
        QCOMPARE(m_claim.nextNumber, 1);
        openOutbox(m_shop.http());
    }
    void cleanup() { m_outbox.reset(); }

    void theRulesStayWhileTheServerIsAway()
    {
        const auto asked = m_rules;
        QVERIFY(!asked->taxClasses.isEmpty());
        m_shop.close();
        const auto kept = rules();
        QVERIFY(kept);
        QCOMPARE(kept->shopName, asked->shopName);
        QCOMPARE(kept->pricing.currency, asked->pricing.currency);
        QCOMPARE(kept->taxClasses.size(), asked->taxClasses.size());
        QVERIFY(QFile::remove(m_folder->filePath(u"rules.json"_s)));
        QVERIFY(!rules());
        m_shop.open();
    }

    void aSaleIsDoneWithTheBackendUpDownAndUpAgain()
    {
        const auto before = m_shop.onHand(m_product.id);
        m_outbox->takeNewTill(m_claim);
        keepAll({finished(m_rules->pricing, {rung()}, {{PaymentMethod::Cash, {}, euros(1000)}})});
        QTRY_COMPARE(m_shop.ordersOf(m_claim.series).size(), 1);

        m_shop.close();
        const auto tenth = tp::pricing::PercentOff::fromDecimal("10").value();
        keepAll({finished(m_rules->pricing, {rung(2000, tenth), rung(3000)},
                          {{PaymentMethod::External, euros(300), {}},
                           {PaymentMethod::Cash, {}, euros(2000)}},
                          euros(50)),
                 finished(m_rules->pricing, {rung(4000)})});
        QTRY_COMPARE(m_waiting, (WaitingSales{2, 0}));
        QCOMPARE(m_kept.last().number, number(3));

        m_shop.open([this] { m_outbox->serverIsBack(); });
        QTRY_COMPARE_WITH_TIMEOUT(m_waiting, WaitingSales(), 20'000);
        checkOrders();
        const auto sold = before.minus(m_shop.onHand(m_product.id)).value();
        QCOMPARE(sold.thousandths(), 10'000);
    }

    void aLostAnswerMakesNoSecondSale()
    {
        const auto before = m_shop.onHand(m_product.id);
        DroppingProxy proxy(m_shop.http().server(), "POST /orders");
        proxy.dropsLeft = 2;
        tp::api::HttpClient http;
        http.setServer(proxy.url());
        openOutbox(http);
        m_outbox->takeNewTill(m_claim);
        keepAll({finished(m_rules->pricing, {rung()}), finished(m_rules->pricing, {rung()})});
        QTRY_COMPARE_WITH_TIMEOUT(proxy.dropped, 2, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_waiting, WaitingSales(), 20'000);
        checkOrders();
        const auto sold = before.minus(m_shop.onHand(m_product.id)).value();
        QCOMPARE(sold.thousandths(), 2'000);
        m_outbox.reset();
    }

    void aTillThatEndsBeforeTheAnswerSendsItOnce()
    {
        DroppingProxy proxy(m_shop.http().server(), "POST /orders");
        proxy.dropsLeft = 1'000;
        tp::api::HttpClient http;
        http.setServer(proxy.url());
        openOutbox(http);
        m_outbox->takeNewTill(m_claim);
        keepAll({finished(m_rules->pricing, {rung()})});
        QTRY_VERIFY_WITH_TIMEOUT(proxy.dropped > 0, 20'000);
        openOutbox(m_shop.http()); // Another run of the program, which knows the file alone.
        QTRY_COMPARE(m_waiting, (WaitingSales{1, 0}));
        m_outbox->takeKnownTill(m_claim);
        QTRY_COMPARE_WITH_TIMEOUT(m_waiting, WaitingSales(), 20'000);
        keepAll({finished(m_rules->pricing, {rung()})});
        QTRY_COMPARE_WITH_TIMEOUT(m_shop.ordersOf(m_claim.series).size(), 2, 20'000);
        checkOrders();
    }

    void aBackendThatIsKilledWhileSalesComeHasEachOnce()
    {
        m_shop.close();
        m_shop.open([this] { m_outbox->serverIsBack(); });
        m_outbox->takeNewTill(m_claim);
        QList<tp::ui::FinishedSale> sales;
        for (int i = 0; i < 20; ++i)
            sales.append(finished(m_rules->pricing, {rung()}));
        keepAll(sales.mid(0, 10));
        ::kill(pid_t(m_shop.backendPid()), SIGKILL);
        keepAll(sales.mid(10));
        QTRY_COMPARE_WITH_TIMEOUT(m_waiting, WaitingSales(), 60'000);
        QCOMPARE(m_kept.last().number, number(20));
        checkOrders();
    }

    void whatTheBackendRefusesDoesNotStopTheNext()
    {
        m_outbox->takeNewTill(m_claim);
        auto unknown = rung();
        unknown.line.productId = idFor<tp::ProductId>(404);
        keepAll({finished(m_rules->pricing, {unknown}), finished(m_rules->pricing, {rung()})});
        QTRY_COMPARE_WITH_TIMEOUT(m_waiting, (WaitingSales{0, 1}), 20'000);
        m_kept.removeFirst();
        checkOrders();
    }

    void whoClaimsAgainNumbersInTheNextSeries()
    {
        m_outbox->takeNewTill(m_claim);
        m_shop.close();
        keepAll({finished(m_rules->pricing, {rung()})});
        const auto first = m_claim;
        m_shop.open();
        m_claim = m_shop.claim(); // The old secret is good for nothing now.
        QVERIFY(m_claim.series != first.series);
        m_outbox->takeNewTill(m_claim);
        keepAll({finished(m_rules->pricing, {rung()})});
        QTRY_COMPARE_WITH_TIMEOUT(m_waiting, WaitingSales(), 20'000);
        QCOMPARE(m_kept.last().number, number(1));
        QCOMPARE(m_shop.ordersOf(first.series).size(), 1);
        m_kept.removeFirst();
        checkOrders();
    }
};

TP_TEST(TestOutboxReal)

#include "tst_outboxreal.moc"
