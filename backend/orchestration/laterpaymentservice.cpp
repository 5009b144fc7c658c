// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/laterpaymentservice.h"

#include "backend/kernel/fielderrors.h"
#include "backend/orchestration/begun.h"
#include "backend/orchestration/checkout.h"
#include "backend/orchestration/paymentnames.h"
#include "backend/orchestration/registerseries.h"
#include "backend/orchestration/returnservice.h"
#include "backend/orchestration/sagadata.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/paymentservice.h"
#include "backend/pricing/settlement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using contract::NewPayment;
using orders::Order;
using payments::Payment;
using payments::PaymentState;
using storage::UnitOfWork;

Result<void> checkActor(const Actor &actor, const Order &order, const NewPayment &body)
{
    const Grant grant = actor.grant(Permission::PaymentsCreate);
    if (grant.isLimitedTo(Limit::Own) && order.userId != actor.id)
        return Error{ErrorCode::NotFound, u"there is no such order"_s, {}};
    const bool isByHand = payments::isByHand(methodOf(body.method));
    if (grant.isLimitedTo(Limit::Card) && isByHand)
        return Error{ErrorCode::Forbidden, u"this is taken at the till alone"_s, {}};
    if (order.isWeb && isByHand) {
        return atMember(u"/method"_s, ErrorCode::MethodNotAllowed,
                        u"the web is not paid like that"_s);
    }
    return {};
}

Result<void> checkWaits(UnitOfWork &work, const Order &order)
{
    TP_TRY(const auto begun, begunFor(work, order.id));
    if (begun || order.state != orders::OrderState::Pending)
        return Error{ErrorCode::IllegalTransition, u"this order waits for no payment"_s, {}};
    return {};
}

pricing::TenderKind kindOf(payments::Method method)
{
    return method == payments::Method::Cash ? pricing::TenderKind::Cash
                                            : pricing::TenderKind::NotCash;
}

/// Those that still count.
QList<Payment> waitingOf(const QList<Payment> &all)
{
    QList<Payment> waiting;
    for (const Payment &payment : all) {
        if (payment.state == PaymentState::Pending)
            waiting.append(payment);
    }
    return waiting;
}

/// An error about the last tender is about the body.
Error asOfBody(Error error)
{
    for (FieldError &field : error.fields)
        field.pointer = u'/' + field.pointer.section(u'/', -1);
    return error;
}

Result<pricing::Settlement> settledWith(const Order &order, const QList<Payment> &waiting,
                                        const NewPayment &body)
{
    QList<pricing::Tender> tenders;
    for (const Payment &payment : waiting)
        tenders.append({kindOf(payment.method), payment.amount, payment.tendered});
    tenders.append({kindOf(methodOf(body.method)), body.amount, body.tendered});
    auto settled = pricing::settle(order.rules, order.total, tenders);
    if (!settled)
        return asOfBody(settled.error());
    return settled;
}

Result<std::string> gatewayFor(const payments::Gateways &gateways, const NewPayment &body)
{
    auto gateway = gateways.serving({methodOf(body.method), body.gateway, body.token});
    if (!gateway && gateway.error().code != ErrorCode::InvalidBody) {
        return atMember(body.gateway ? u"/gateway"_s : u"/method"_s, gateway.error().code,
                        gateway.error().detail);
    }
    return gateway;
}

std::optional<std::string> plain(const std::optional<QString> &text)
{
    return text ? std::optional(text->toStdString()) : std::nullopt;
}

} // namespace

Result<LaterPaymentService::Added>
LaterPaymentService::add(UnitOfWork &work, const NewPayment &body, const Who &who) const
{
    TP_TRY(Order order, orders::OrderStore::locked(work, body.orderId));
    TP_CHECK(checkActor(who.actor, order, body));
    const payments::PaymentService service;
    TP_TRY(const auto all, service.heldOfOrder(work, order.id));
    for (const Payment &payment : all) {
        if (body.id && payment.id == *body.id && payment.createHash == who.createHash)
            return Added{payment.id, false, {}};
    }
    TP_CHECK(checkWaits(work, order));
    TP_TRY(const std::string gateway, gatewayFor(m_gateways, body));
    const QList<Payment> waiting = waitingOf(all);
    TP_TRY(const auto settled, settledWith(order, waiting, body));
    const pricing::SettledTender &tender = settled.tenders.last();
    if (tender.amount.minor() == 0) {
        return atMember(u"/amount"_s, ErrorCode::OutOfRange,
                        u"other payments cover the total already"_s);
    }
    TP_TRY(const auto created, service.create(work, {.id = body.id,
                                                     .orderId = order.id,
                                                     .userId = order.userId.toStdString(),
                                                     .position = all.size(),
                                                     .method = methodOf(body.method),
                                                     .gateway = gateway,
                                                     .amount = tender.amount,
                                                     .rounding = tender.rounding,
                                                     .tendered = tender.tendered,
                                                     .change = tender.change,
                                                     .token = plain(body.token),
                                                     .reference = plain(body.reference),
                                                     .createHash = who.createHash}));
    Added added{created.id, true, {}};
    if (settled.due.minor() > 0)
        return added;
    const bool hasCards = !payments::isByHand(methodOf(body.method)) ||
                          std::any_of(waiting.begin(), waiting.end(), [](const Payment &payment) {
                              return !payments::isByHand(payment.method);
                          });
    TP_TRY(const QString series, seriesFor(work, order));
    order.sagaId = SagaId(work.newId());
    TP_CHECK(orders::OrderStore::update(work, order));
    TP_TRY(added.standing,
           m_sagas.start(work, {.kind = Checkout.name,
                                .subject = order.id.uuid(),
                                .data = sagaData({who.origin, series, hasCards, created.id}),
                                .id = *order.sagaId}));
    return added;
}

Result<Payment> LaterPaymentService::held(UnitOfWork &work, PaymentId id, const Who &who) const
{
    TP_TRY(const OrderId orderId, orderPaidBy(work, id));
    TP_CHECK(orders::OrderStore::locked(work, orderId));
    const bool isOwnOnly = who.actor.grant(Permission::PaymentsCreate).isLimitedTo(Limit::Own);
    return payments::PaymentService().held(work, id,
                                           isOwnOnly ? who.actor.id.toStdString() : std::string());
}

Result<void> LaterPaymentService::cancel(UnitOfWork &work, const Payment &payment,
                                         const Who &who) const
{
    TP_TRY(const auto begun, begunFor(work, payment.orderId));
    if (begun)
        return Error{ErrorCode::IllegalTransition, u"it is being taken just now"_s, {}};
    TP_CHECK(
        payments::PaymentService().cancel(work, payment.id, "cancelled:" + payment.id.toString()));
    return orders::OrderStore::tell(work, payment.orderId, "payment_cancelled",
                                    u"A payment was taken back"_s,
                                    QString::fromStdString(who.origin.actor));
}

} // namespace tp::orchestration
