// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/returnroutes.h"

#include "backend/contract/order.h"
#include "backend/contract/payment.h"
#include "backend/http/router.h"
#include "backend/orchestration/begun.h"
#include "backend/orchestration/returnservice.h"
#include "backend/orders/orderroutes.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/paymentroutes.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using http::Answer;
using http::Call;
using orders::Order;
using orders::OrderState;
using storage::UnitOfWork;

Result<void> checkMayRefund(const Call &call)
{
    if (call.actor().grant(Permission::PaymentsRefund).isLimitedTo(Limit::ByApproval))
        return Error{ErrorCode::Forbidden, u"a refund needs a manager"_s, {}};
    return {};
}

Result<Answer> refundPayment(const ReturnService &returns, saga::SagaRunner &runner,
                             const Call &call, const contract::NewRefund &body, UnitOfWork &work)
{
    TP_CHECK(checkMayRefund(call));
    const auto id = call.pathId<PaymentId>("id");
    TP_TRY(auto standing, returns.refund(work, id, body, call.origin()));
    const auto begun = stillRunning(standing);
    TP_TRY(auto answer, payments::paymentAnswer(call, work, id, begun ? 202 : 201));
    return following(runner, std::move(standing), begun, std::move(answer));
}

Result<Answer> refundOutcome(const Call &call, Uuid begun, UnitOfWork &work)
{
    TP_TRY(const BegunSaga saga, begunSaga(work, SagaId(begun)));
    const auto id = call.pathId<PaymentId>("id");
    TP_TRY(auto answer, payments::paymentAnswer(call, work, id, saga.isOver ? 201 : 202));
    return saga.isOver ? std::move(answer) : std::move(answer).awaiting(begun);
}

Result<Answer> returnLines(const ReturnService &returns, saga::SagaRunner &runner, const Call &call,
                           const contract::NewReturn &body, UnitOfWork &work)
{
    TP_CHECK(checkMayRefund(call));
    const auto id = call.pathId<OrderId>("id");
    TP_TRY(Order order, orders::OrderStore::locked(work, id));
    TP_CHECK(call.requireMatch(order.version));
    TP_TRY(auto standing, returns.takeBack(work, std::move(order), body, call.origin()));
    const auto begun = stillRunning(standing);
    TP_TRY(auto answer, orders::orderAnswer(call, work, id, begun ? 202 : 200));
    return following(runner, std::move(standing), begun, std::move(answer));
}

Result<Answer> returnOutcome(const Call &call, Uuid begun, UnitOfWork &work)
{
    TP_TRY(const BegunSaga saga, begunSaga(work, SagaId(begun)));
    TP_TRY(auto answer, orders::orderAnswer(call, work, saga.order, saga.isOver ? 200 : 202));
    return saga.isOver ? std::move(answer) : std::move(answer).awaiting(begun);
}

Result<void> checkMayCancel(const Call &call, const Order &order)
{
    const Grant grant = call.actor().grant(Permission::OrdersCancel);
    if (grant.isLimitedTo(Limit::Own) && order.userId != call.actor().id)
        return Error{ErrorCode::NotFound, u"there is no such order"_s, {}};
    if (grant.isLimitedTo(Limit::Pending) && order.state == OrderState::Confirmed)
        return Error{ErrorCode::Forbidden, u"what is paid needs a manager to cancel it"_s, {}};
    return {};
}

/// Whatever is being done with the order is waited for first; then it is cancelled as it stands.
Result<Answer> cancelOrder(const ReturnService &returns, saga::SagaRunner &runner, const Call &call,
                           UnitOfWork &work)
{
    const auto id = call.pathId<OrderId>("id");
    TP_TRY(Order order, orders::OrderStore::locked(work, id));
    TP_CHECK(checkMayCancel(call, order));
    if (order.state == OrderState::Cancelled)
        return orders::orderAnswer(call, work, id);
    TP_TRY(auto begun, begunFor(work, id));
    saga::Standing standing;
    if (begun) {
        TP_TRY(const BegunSaga saga, begunSaga(work, *begun));
        if (saga.state == saga::SagaState::Stuck)
            return Error{ErrorCode::IllegalTransition, u"this order waits for a person"_s, {}};
    } else {
        TP_CHECK(call.requireMatch(order.version));
        TP_TRY(standing, returns.cancel(work, std::move(order), call.origin()));
        begun = stillRunning(standing);
    }
    TP_TRY(auto answer, orders::orderAnswer(call, work, id, begun ? 202 : 200));
    return following(runner, std::move(standing), begun, std::move(answer));
}

Result<Answer> cancelOutcome(const ReturnService &returns, saga::SagaRunner &runner,
                             const Call &call, Uuid begun, UnitOfWork &work)
{
    TP_TRY(const BegunSaga saga, begunSaga(work, SagaId(begun)));
    if (saga.isOver && saga.kind == "cancel" && saga.failure) {
        return Error{ErrorCode::IllegalTransition,
                     u"the money could not be given back: "_s + saga.failure->detail,
                     {}};
    }
    return cancelOrder(returns, runner, call, work);
}

} // namespace

void addReturnRoutes(http::Router &router, const ReturnService &returns, saga::SagaRunner &runner)
{
    router.post("/payments/refund/{id}")
        .summary(u"Give money back"_s)
        .description(u"All that is left, unless an amount or lines say otherwise. Without lines "
                     "the order's status stays; with lines they come back. 202: the gateway has "
                     "not answered yet."_s)
        .tag(u"Payments"_s)
        .needs(Permission::PaymentsRefund)
        .idempotencyKeyRequired()
        .answers<contract::Payment>(201)
        .answers<contract::Payment>(202)
        .problems({ErrorCode::RefundExceedsCaptured, ErrorCode::IllegalTransition})
        .outcome(refundOutcome)
        .writes<contract::NewRefund>([&returns, &runner](const Call &call,
                                                         const contract::NewRefund &body,
                                                         UnitOfWork &work) {
            return refundPayment(returns, runner, call, body, work);
        });

    router.post("/orders/{id}/return")
        .summary(u"Goods come back, and the money for them goes back"_s)
        .description(u"The payments give it back, the last first. 202: a gateway has not answered "
                     "yet."_s)
        .tag(u"Orders"_s)
        .needs(Permission::PaymentsRefund)
        .answers<contract::Order>(200)
        .answers<contract::Order>(202)
        .problems({ErrorCode::RefundExceedsCaptured, ErrorCode::IllegalTransition,
                   ErrorCode::StaleVersion})
        .outcome(returnOutcome)
        .writes<contract::NewReturn>([&returns, &runner](const Call &call,
                                                         const contract::NewReturn &body,
                                                         UnitOfWork &work) {
            return returnLines(returns, runner, call, body, work);
        });

    router.remove("/orders/{id}")
        .summary(u"Cancel an order"_s)
        .description(u"What is pending is let go, what is confirmed is refunded and restocked; "
                     "later it cannot be. 202: something is still being done with it."_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersCancel)
        .answers<contract::Order>(200)
        .answers<contract::Order>(202)
        .problems({ErrorCode::IllegalTransition})
        .outcome([&returns, &runner](const Call &call, Uuid begun, UnitOfWork &work) {
            return cancelOutcome(returns, runner, call, begun, work);
        })
        .writes([&returns, &runner](const Call &call, UnitOfWork &work) {
            return cancelOrder(returns, runner, call, work);
        });
}

} // namespace tp::orchestration
