// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/rolegrants.h"
#include "backend/orchestration/checkout.h"
#include "backend/orchestration/laterpaymentservice.h"
#include "backend/orchestration/refund.h"
#include "backend/orchestration/returnservice.h"
#include "backend/orchestration/saleservice.h"
#include "tests/simulation/simulatedbackend.h"
#include "tests/storage/freshshop.h"
#include "tests/support/fakepaymentgateway.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Money;
using tp::OrderId;
using tp::PaymentId;
using tp::Result;
using tp::SagaId;
using tp::contract::PaymentMethod;
using tp::payments::Action;
using tp::saga::Standing;
using tp::storage::UnitOfWork;
using tp::test::FakePaymentGateway;
using tp::test::FreshShop;
using Fate = tp::test::FakePaymentGateway::Fate;

namespace {

constexpr qint64 HourMs = 3'600'000;

/// A shop with one product, one process that lives, and a gateway that does as it is told.
struct CardShop
{
    CardShop() : shop(databases, tp::storage::Dialect::Sqlite)
    {
        gateways.add("test", gateway);
        book.add(tp::orchestration::checkoutPlan(gateways));
        book.add(tp::orchestration::refundPlan(gateways));
        auto details = FreshShop::details(u"P"_s, u"Product"_s);
        details.price = euros(1000);
        details.whenShort = tp::catalogue::WhenShort::Allow;
        product = shop.add(details);
        who.grants = tp::auth::grantsOf(tp::Role::Admin);
        backend.emplace(world, book, "process", [] {});
    }

    static Money euros(qint64 cents)
    {
        return *Money::fromMinor(cents, *tp::Currency::fromCode(u"EUR"));
    }

    OrderId place()
    {
        tp::contract::NewOrder body;
        body.id = OrderId(tp::Uuid::v7(databases.clock.nowMs(), random));
        body.lines.append({product, *tp::Quantity::fromThousandths(1000), {}, {}, {}});
        Q_UNUSED(backend->request([&](UnitOfWork &work) -> Result<Standing> {
            const tp::orchestration::SaleService sales(backend->engine(), gateways);
            TP_TRY(const auto placed, sales.place(work, body, {who, {}, "hash"}));
            return placed.standing;
        }));
        return *body.id;
    }

    void pay(OrderId order, PaymentMethod method, std::optional<qint64> cents = {})
    {
        tp::contract::NewPayment body;
        body.orderId = order;
        body.method = method;
        if (cents)
            body.amount = euros(*cents);
        if (method == PaymentMethod::Card)
            body.token = u"tok"_s;
        const auto paid = backend->request([&](UnitOfWork &work) -> Result<Standing> {
            const tp::orchestration::LaterPaymentService later(backend->engine(), gateways);
            TP_TRY(const auto added, later.add(work, body, {who, {}, "hash"}));
            return added.standing;
        });
        if (!paid || !*paid)
            world.faults.append(paid ? paid->error().detail : u"nobody is there"_s);
        agenda.runUntil(databases.clock.nowMs() + HourMs);
    }

    /// A person says what is to become of what is stuck.
    using Says = Result<std::string> (tp::saga::SagaEngine::*)(UnitOfWork &, SagaId) const;
    void say(Says says)
    {
        const auto id =
            *SagaId::parse(text("SELECT id FROM sagas WHERE state = 'stuck'").toStdString());
        const auto said = shop.write([&](UnitOfWork &work) -> Result<void> {
            TP_CHECK((backend->engine().*says)(work, id));
            return {};
        });
        if (!said)
            world.faults.append(said.error().detail);
        backend->look();
        agenda.runUntil(databases.clock.nowMs() + HourMs);
    }

    /// All that is left of the first payment.
    void refund()
    {
        const auto id = *PaymentId::parse(
            text("SELECT id FROM payments ORDER BY position LIMIT 1").toStdString());
        tp::contract::NewRefund body;
        body.reason = u"kept"_s;
        const auto begun = backend->request([&](UnitOfWork &work) {
            return tp::orchestration::ReturnService(backend->engine()).refund(work, id, body, {});
        });
        if (!begun || !*begun)
            world.faults.append(begun ? begun->error().detail : u"nobody is there"_s);
        agenda.runUntil(databases.clock.nowMs() + HourMs);
    }

    QString text(const char *sql)
    {
        QString text;
        shop.read([&](tp::storage::Snapshot &snapshot) {
            auto rows = snapshot.query(sql);
            if (rows.next())
                text = QString::fromUtf8(rows.text(0).data(), qsizetype(rows.text(0).size()));
        });
        return text;
    }

    tp::test::SeededRandom random{1};
    tp::test::FreshDatabases databases;
    FreshShop shop;
    tp::test::Agenda agenda{databases.clock};
    tp::test::World world{shop.database(), databases.clock, agenda, random, {}, true};
    FakePaymentGateway gateway;
    tp::payments::Gateways gateways;
    tp::saga::SagaBook book;
    tp::Actor who;
    tp::ProductId product;
    std::optional<tp::test::SimulatedBackend> backend;
};

} // namespace

/// What the simulation has found, each as the shortest history in which it happened.
class TestCardHistories final : public QObject
{
    Q_OBJECT

private slots:
    void whatWasGivenBackIsNotCountedAsPaid()
    {
        CardShop shop;
        shop.gateway.script(Action::Capture, {Fate::Done, Fate::Refused});
        const OrderId order = shop.place();
        shop.pay(order, PaymentMethod::Card, 100);
        shop.pay(order, PaymentMethod::Card); // Refused; the other gets its money back.
        QCOMPARE(shop.text("SELECT status FROM orders"), u"pending"_s);
        QCOMPARE(shop.gateway.keptMinor(), 0);
        shop.pay(order, PaymentMethod::Card, 200);
        shop.pay(order, PaymentMethod::Cash);
        QCOMPARE(shop.text("SELECT status || ' ' || paid_total FROM orders"), u"confirmed 1000"_s);
        QCOMPARE(shop.gateway.keptMinor(), 200);
        QCOMPARE(shop.world.faults, QStringList());
    }

    void whatAGatewayWillNotGiveBackIsAPersonsHoweverOftenItIsTried_data()
    {
        QTest::addColumn<Fate>("second");
        QTest::newRow("the other was refused") << Fate::Refused;
        QTest::newRow("the other was never heard of") << Fate::Unheard;
    }
    void whatAGatewayWillNotGiveBackIsAPersonsHoweverOftenItIsTried()
    {
        QFETCH(Fate, second);
        CardShop shop;
        // Asked again it is refused or unheard again, until nobody waits any more.
        shop.gateway.script(Action::Capture, {Fate::Done, second, second, second, second, second,
                                              second, second, second, second, second, second});
        shop.gateway.script(Action::Refund, {Fate::Refused});
        const OrderId order = shop.place();
        shop.pay(order, PaymentMethod::Card, 100);
        shop.pay(order, PaymentMethod::Card);
        QCOMPARE(shop.text("SELECT state FROM sagas"), u"stuck"_s);
        for (int i = 0; i < 3; ++i)
            shop.say(&tp::saga::SagaEngine::retry);
        QCOMPARE(shop.text("SELECT state FROM sagas"), u"stuck"_s);
        QCOMPARE(shop.text("SELECT SUM(captured - refunded) FROM payments"), u"100"_s);
        QCOMPARE(shop.world.faults, QStringList());

        // Whoever gives it up ends the order: paid again, it would be paid twice.
        shop.say(&tp::saga::SagaEngine::abandon);
        QCOMPARE(shop.text("SELECT status FROM orders"), u"rejected"_s);
        shop.refund();
        QCOMPARE(shop.gateway.keptMinor(), 0);
        QCOMPARE(shop.text("SELECT SUM(captured - refunded) FROM payments"), u"0"_s);
        QCOMPARE(shop.text("SELECT refunded_total || ' of ' || paid_total FROM orders"),
                 u"0 of 0"_s);
        QCOMPARE(shop.text("SELECT state FROM sagas WHERE kind = 'refund'"), u"completed"_s);
        QCOMPARE(shop.world.faults, QStringList());
    }
};

TP_TEST(TestCardHistories)
#include "tst_cardhistories.moc"
