// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/rolegrants.h"
#include "backend/orchestration/checkout.h"
#include "backend/orchestration/laterpaymentservice.h"
#include "backend/orchestration/saleservice.h"
#include "tests/simulation/simulatedbackend.h"
#include "tests/storage/freshshop.h"
#include "tests/support/fakepaymentgateway.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Money;
using tp::OrderId;
using tp::Result;
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
};

TP_TEST(TestCardHistories)
#include "tst_cardhistories.moc"
