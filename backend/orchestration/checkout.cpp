// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/checkout.h"

#include "backend/catalogue/saleproductstore.h"
#include "backend/inventory/reservationservice.h"
#include "backend/kernel/testbreak.h"
#include "backend/orchestration/paysteps.h"
#include "backend/orchestration/sagadata.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/paymentservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using saga::SagaView;
using saga::Turn;
using storage::UnitOfWork;

Result<orders::Order> orderOf(UnitOfWork &work, const SagaView &view)
{
    return orders::OrderStore::locked(work, OrderId(view.subject));
}

QList<inventory::Wanted> wantedBy(const orders::Order &order)
{
    QList<inventory::Wanted> wanted;
    for (const orders::OrderLine &line : order.lines)
        wanted.append({line.productId, line.quantity});
    return wanted;
}

/// A sale without cards waits for nobody: it is over within the unit of work that began it.
bool isAtOnce(const SagaView &view)
{
    return !hasCardsIn(view);
}

Result<QList<inventory::Shortage>> setAside(UnitOfWork &work, const SagaView &view,
                                            const orders::Order &order)
{
    if (!isAtOnce(view))
        return inventory::ReservationService::reserve(work, order.id, wantedBy(order));
    for (const orders::OrderLine &line : order.lines)
        TP_CHECK(catalogue::SaleProductStore::noteSold(work, line.productId));
    return inventory::ReservationService::takeAtOnce(work, order.id, wantedBy(order),
                                                     QString::fromStdString(originIn(view).actor));
}

/// What was held of the lines before the one that is short is let go again.
Result<Turn> reserve(UnitOfWork &work, const SagaView &view)
{
    TP_TRY(orders::Order order, orderOf(work, view));
    Result<QList<inventory::Shortage>> reserved = QList<inventory::Shortage>();
    TP_CHECK(work.nested([&] {
        reserved = setAside(work, view, order);
        return reserved ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
    }));
    if (!reserved && reserved.error().code == ErrorCode::OutOfStock)
        return saga::refused("out_of_stock", reserved.error().detail);
    TP_CHECK(reserved);
    for (const inventory::Shortage &shortage : *reserved) {
        TP_CHECK(orders::OrderStore::tell(work, order.id, "sold_short",
                                          u"More of %1 was sold than is there"_s.arg(shortage.name),
                                          {}));
    }
    TP_CHECK(orders::OrderService::reserve(work, order, originIn(view)));
    return saga::done();
}

Result<Turn> unreserve(UnitOfWork &work, const SagaView &view)
{
    if constexpr (TestBreak == Broken::Undo)
        return saga::done();
    if (isAtOnce(view)) {
        TP_TRY(const orders::Order order, orderOf(work, view));
        TP_CHECK(inventory::ReservationService::restock(
            work, order.id, wantedBy(order), QString::fromStdString(originIn(view).actor)));
        return saga::done();
    }
    TP_CHECK(inventory::ReservationService::release(work, OrderId(view.subject)));
    return saga::done();
}

/// It was paid so late that its goods were not held for it any more. They are taken all the same,
/// and a person is told where there is less than nothing left.
Result<QList<inventory::Wanted>> takeUnheld(UnitOfWork &work, const SagaView &view,
                                            const QString &actor)
{
    TP_TRY(const orders::Order order, orderOf(work, view));
    const QList<inventory::Wanted> wanted = wantedBy(order);
    TP_TRY(const auto below,
           inventory::ReservationService::takeWhatIsGone(work, order.id, wanted, actor));
    for (const inventory::Shortage &shortage : below) {
        TP_CHECK(orders::OrderService::callForAttention(
            work, order.id, "stock_below_zero",
            u"more of %1 was sold than was counted"_s.arg(shortage.name)));
    }
    return wanted;
}

Result<Turn> takeStock(UnitOfWork &work, const SagaView &view)
{
    if (isAtOnce(view))
        return saga::done();
    const QString actor = QString::fromStdString(originIn(view).actor);
    const OrderId id(view.subject);
    TP_TRY(auto taken, inventory::ReservationService::take(work, id, actor));
    if (taken.isEmpty()) {
        TP_TRY(taken, takeUnheld(work, view, actor));
    }
    for (const inventory::Wanted &one : taken)
        TP_CHECK(catalogue::SaleProductStore::noteSold(work, one.productId));
    return saga::done();
}

Result<Turn> confirm(UnitOfWork &work, const SagaView &view)
{
    TP_TRY(orders::Order order, orders::OrderStore::lockedHead(work, OrderId(view.subject)));
    TP_CHECK(orders::OrderService::confirm(work, order, seriesIn(view), originIn(view)));
    return saga::done();
}

/// What nobody has asked for yet is not asked for any more.
Result<void> dropPayments(UnitOfWork &work, const SagaView &view)
{
    const payments::PaymentService service;
    TP_TRY(const auto all, service.heldOfOrder(work, OrderId(view.subject)));
    for (const payments::Payment &payment : all) {
        if (payment.state == payments::PaymentState::Pending)
            TP_CHECK(service.cancel(work, payment.id, "dropped:" + payment.id.toString()));
    }
    return {};
}

/// Whether money is left here that a gateway would not give back: a person saw to that.
Result<bool> keepsMoney(UnitOfWork &work, const SagaView &view)
{
    TP_TRY(const auto all, payments::PaymentService().heldOfOrder(work, OrderId(view.subject)));
    return std::any_of(all.begin(), all.end(), [](const payments::Payment &payment) {
        return payment.captured != payment.refunded;
    });
}

/// A sale that turned back is an order too: one that says why. One that is paid later waits for
/// another payment where its goods were there, unless it would then be paid for twice.
Result<void> tellTurnedBack(UnitOfWork &work, const SagaView &view)
{
    TP_TRY(orders::Order order, orderOf(work, view));
    const saga::Failure failure =
        view.record.failure.value_or(saga::Failure{"checkout_failed", u"The sale failed"_s});
    const bool isAboutMoney =
        failure.code == "payment_declined" || failure.code == "payment_unknown";
    const bool hadGoods = order.state == orders::OrderState::Reserved;
    TP_TRY(const bool isKeeping, keepsMoney(work, view));
    const bool isWaiting = isPaidLaterIn(view) && hadGoods && !isKeeping;
    // Where it was left for too long nobody was refused, but what waits would cover it for ever.
    if (!isWaiting || !isAboutMoney)
        TP_CHECK(dropPayments(work, view));
    if (isWaiting)
        return orders::OrderService::release(work, order, originIn(view));
    return orders::OrderService::reject(work, order, {failure.code, failure.detail},
                                        originIn(view));
}

Result<void> tellEnd(UnitOfWork &work, const SagaView &view)
{
    if (view.record.isStuck) {
        return orders::OrderService::callForAttention(
            work, OrderId(view.subject), "saga_stuck",
            u"A sale could not go on by itself (saga %1)"_s.arg(view.id.toQString()));
    }
    return view.record.phase == saga::Phase::Compensated ? tellTurnedBack(work, view)
                                                         : Result<void>();
}

} // namespace

saga::SagaPlan checkoutPlan(const payments::Gateways &gateways)
{
    const PaySteps money(gateways);
    const auto bound = [money](Result<Turn> (PaySteps::*step)(UnitOfWork &, const SagaView &)
                                   const) {
        return [money, step](UnitOfWork &work, const SagaView &view) {
            return (money.*step)(work, view);
        };
    };
    const auto settle = [money](UnitOfWork &work, const SagaView &view, const saga::Reply &reply) {
        return money.settle(work, view, reply);
    };
    return {Checkout,
            {{.name = "reserve", .run = reserve, .undo = unreserve},
             {.name = "authorize",
              .run = bound(&PaySteps::authorize),
              .undo = bound(&PaySteps::letGo),
              .settle = settle},
             {.name = "pay",
              .run = bound(&PaySteps::take),
              .undo = bound(&PaySteps::giveBack),
              .inquire = bound(&PaySteps::inquire),
              .settle = settle},
             {.name = "take_stock", .run = takeStock},
             {.name = "confirm", .run = confirm}},
            tellEnd};
}

} // namespace tp::orchestration
