// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/checkout.h"

#include "backend/catalogue/saleproductstore.h"
#include "backend/inventory/reservationservice.h"
#include "backend/orchestration/sagadata.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/paymentservice.h"

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

/// What was held of the lines before the one that is short is let go again.
Result<Turn> reserve(UnitOfWork &work, const SagaView &view)
{
    TP_TRY(orders::Order order, orderOf(work, view));
    Result<QList<inventory::Shortage>> reserved = QList<inventory::Shortage>();
    TP_CHECK(work.nested([&] {
        reserved = inventory::ReservationService::reserve(work, order.id, wantedBy(order));
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
    TP_CHECK(inventory::ReservationService::release(work, OrderId(view.subject)));
    return saga::done();
}

/// What is handed over is taken at once.
Result<Turn> pay(UnitOfWork &work, const SagaView &view)
{
    const payments::PaymentService service;
    TP_TRY(orders::Order order, orderOf(work, view));
    TP_TRY(const auto all, service.heldOfOrder(work, order.id));
    orders::OrderService::Paid paid{order.paidTotal, order.rounding, order.changeDue};
    for (const payments::Payment &payment : all) {
        if (payment.state != payments::PaymentState::Pending)
            continue;
        TP_TRY(const auto taken,
               service.take(work, payment.id, view.key() + ':' + payment.id.toString()));
        TP_TRY(paid.paid, paid.paid.plus(taken.captured));
        TP_TRY(paid.rounding, paid.rounding.plus(taken.rounding));
        TP_TRY(paid.change, paid.change.plus(taken.change));
    }
    if (!all.isEmpty())
        TP_CHECK(orders::OrderService::notePaid(work, order, paid));
    return saga::done();
}

Result<Turn> takeStock(UnitOfWork &work, const SagaView &view)
{
    const QString actor = QString::fromStdString(originIn(view).actor);
    TP_TRY(const auto taken,
           inventory::ReservationService::take(work, OrderId(view.subject), actor));
    for (const inventory::Wanted &one : taken)
        TP_CHECK(catalogue::SaleProductStore::noteSold(work, one.productId));
    return saga::done();
}

Result<Turn> confirm(UnitOfWork &work, const SagaView &view)
{
    TP_TRY(orders::Order order, orderOf(work, view));
    TP_CHECK(orders::OrderService::confirm(work, order, seriesIn(view), originIn(view)));
    return saga::done();
}

/// A sale that turned back is an order too: one that says why.
Result<void> tellEnd(UnitOfWork &work, const SagaView &view)
{
    if (view.record.phase != saga::Phase::Compensated)
        return {};
    TP_TRY(orders::Order order, orderOf(work, view));
    const saga::Failure failure =
        view.record.failure.value_or(saga::Failure{"checkout_failed", u"The sale failed"_s});
    return orders::OrderService::reject(work, order, {failure.code, failure.detail},
                                        originIn(view));
}

} // namespace

saga::SagaPlan checkoutPlan()
{
    return {Checkout,
            {{.name = "reserve", .run = reserve, .undo = unreserve},
             {.name = "pay", .run = pay, .undo = saga::nothingToUndo, .inquire = saga::neverAsked},
             {.name = "take_stock", .run = takeStock},
             {.name = "confirm", .run = confirm}},
            tellEnd};
}

} // namespace tp::orchestration
