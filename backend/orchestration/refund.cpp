// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/refund.h"

#include "backend/contract/jsonwriter.h"
#include "backend/inventory/reservationservice.h"
#include "backend/journal/auditlog.h"
#include "backend/orchestration/refundsteps.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/orderstore.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using orders::Order;
using saga::SagaView;
using saga::Turn;
using storage::UnitOfWork;

Result<Order> heldOrder(UnitOfWork &work, const SagaView &view)
{
    return orders::OrderStore::locked(work, OrderId(view.subject));
}

/// What of the goods goes back on the shelf.
QList<inventory::Wanted> restockedOf(const Order &order, const QList<MoneyBack::Line> &lines)
{
    QList<inventory::Wanted> wanted;
    for (const MoneyBack::Line &back : lines) {
        for (const orders::OrderLine &line : order.lines) {
            if (line.id == back.line && back.isRestocked)
                wanted.append({line.productId, back.quantity});
        }
    }
    return wanted;
}

Result<void> audit(UnitOfWork &work, const std::string &action, const Order &order,
                   const MoneyBack &back, Money handed)
{
    std::string details;
    contract::JsonWriter json(details);
    json.beginObject().key("refunded").money(handed).key("reason").string(back.reason).endObject();
    return journal::AuditLog::add(work, back.origin, {action, order.id.toString(), details});
}

/// Writes on the order what of the money went back, and calls a person where some did not.
Result<Money> noteMoney(UnitOfWork &work, const SagaView &view, Order &order, const MoneyBack &back)
{
    TP_TRY(const auto given, RefundSteps::given(work, view, order.rules.currency));
    if (given.handed.minor() > 0)
        TP_CHECK(
            orders::OrderService::noteRefund(work, order, given.handed, back.reason, back.origin));
    if (given.isShort) {
        TP_CHECK(orders::OrderService::callForAttention(
            work, order.id, "refund_short",
            u"The payment provider did not give back all that was to be given back"_s));
    }
    return given.handed;
}

Result<Turn> bookRefund(UnitOfWork &work, const SagaView &view)
{
    const MoneyBack back = MoneyBack::fromData(view.data);
    TP_TRY(Order order, heldOrder(work, view));
    TP_TRY(const Money handed, noteMoney(work, view, order, back));
    if (!back.lines.isEmpty()) {
        QList<orders::OrderService::Returned> returned;
        for (const MoneyBack::Line &line : back.lines)
            returned.append({line.line, line.quantity});
        TP_CHECK(orders::OrderService::takeBack(work, order, returned, back.reason, back.origin));
        TP_CHECK(inventory::ReservationService::restock(work, order.id,
                                                        restockedOf(order, back.lines),
                                                        QString::fromStdString(back.origin.actor)));
    }
    TP_CHECK(audit(work, back.lines.isEmpty() ? "payment.refunded" : "order.returned", order, back,
                   handed));
    return saga::done();
}

Result<Turn> restockAll(UnitOfWork &work, const SagaView &view)
{
    const MoneyBack back = MoneyBack::fromData(view.data);
    TP_TRY(const Order order, heldOrder(work, view));
    QList<MoneyBack::Line> lines;
    for (const orders::OrderLine &line : order.lines)
        lines.append({line.id, line.quantity, true});
    TP_CHECK(inventory::ReservationService::restock(work, order.id, restockedOf(order, lines),
                                                    QString::fromStdString(back.origin.actor)));
    return saga::done();
}

Result<Turn> cancelOrder(UnitOfWork &work, const SagaView &view)
{
    const MoneyBack back = MoneyBack::fromData(view.data);
    TP_TRY(Order order, heldOrder(work, view));
    TP_TRY(const Money handed, noteMoney(work, view, order, back));
    TP_CHECK(orders::OrderService::cancel(work, order, back.origin));
    TP_CHECK(audit(work, "order.cancelled", order, back, handed));
    return saga::done();
}

/// What went back before it turned back stays gone.
Result<void> tellRefundEnd(UnitOfWork &work, const SagaView &view)
{
    TP_TRY(Order order, heldOrder(work, view));
    if (view.record.isStuck) {
        return orders::OrderService::callForAttention(
            work, order.id, "saga_stuck",
            u"Money could not be given back without a person (saga %1)"_s.arg(view.id.toQString()));
    }
    if (view.record.phase != saga::Phase::Compensated)
        return {};
    const MoneyBack back = MoneyBack::fromData(view.data);
    TP_TRY(const Money handed, noteMoney(work, view, order, back));
    Q_UNUSED(handed);
    return orders::OrderStore::tell(
        work, order.id, "refund_failed",
        u"Not given back: %1"_s.arg(view.record.failure ? view.record.failure->detail : QString()),
        QString::fromStdString(back.origin.actor));
}

saga::StepFunctions moneyStep(const payments::Gateways &gateways)
{
    const RefundSteps money(gateways);
    const auto bound = [money](Result<Turn> (RefundSteps::*step)(UnitOfWork &, const SagaView &)
                                   const) {
        return [money, step](UnitOfWork &work, const SagaView &view) {
            return (money.*step)(work, view);
        };
    };
    return {.name = "refund",
            .run = bound(&RefundSteps::giveBack),
            .undo = bound(&RefundSteps::giveUp),
            .inquire = bound(&RefundSteps::inquire),
            .settle = [money](UnitOfWork &work, const SagaView &view, const saga::Reply &reply) {
                return money.settle(work, view, reply);
            }};
}

} // namespace

saga::SagaPlan refundPlan(const payments::Gateways &gateways)
{
    return {Refund, {moneyStep(gateways), {.name = "book", .run = bookRefund}}, tellRefundEnd};
}

saga::SagaPlan cancelPlan(const payments::Gateways &gateways)
{
    return {Cancel,
            {moneyStep(gateways),
             {.name = "restock", .run = restockAll},
             {.name = "cancel", .run = cancelOrder}},
            tellRefundEnd};
}

} // namespace tp::orchestration
