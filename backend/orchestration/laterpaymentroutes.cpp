// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/laterpaymentroutes.h"

#include "backend/contract/payment.h"
#include "backend/http/router.h"
#include "backend/orchestration/begun.h"
#include "backend/orchestration/laterpaymentservice.h"
#include "backend/orchestration/sagadata.h"
#include "backend/payments/paymentroutes.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using http::Answer;
using http::Call;
using storage::UnitOfWork;

LaterPaymentService::Who whoOf(const Call &call)
{
    return {call.actor(), call.origin(), call.bodyHash()};
}

Result<Answer> paymentMade(const Call &call, UnitOfWork &work, PaymentId id, int status)
{
    TP_TRY(auto answer, payments::paymentAnswer(call, work, id, status));
    return std::move(answer).withLocation("/payments/" + id.toString());
}

Result<Answer> payLater(const LaterPaymentService &service, saga::SagaRunner &runner,
                        const Call &call, const contract::NewPayment &body, UnitOfWork &work)
{
    TP_TRY(auto added, service.add(work, body, whoOf(call)));
    std::optional<SagaId> begun = stillRunning(added.standing);
    if (!added.isNew) {
        TP_TRY(begun, begunFor(work, body.orderId));
    }
    TP_TRY(auto answer, paymentMade(call, work, added.id, begun ? 202 : added.isNew ? 201 : 200));
    return following(runner, std::move(added.standing), begun, std::move(answer));
}

Result<Answer> laterOutcome(const Call &call, Uuid begun, UnitOfWork &work)
{
    TP_TRY(const BegunSaga saga, begunSaga(work, SagaId(begun)));
    const auto payment = laterPaymentIn(saga.data);
    if (!payment)
        return Error{ErrorCode::Internal, u"a checkout knows no payment of its own"_s, {}};
    TP_TRY(auto answer, paymentMade(call, work, *payment, saga.isOver ? 201 : 202));
    return saga.isOver ? std::move(answer) : std::move(answer).awaiting(begun);
}

} // namespace

void addLaterPaymentRoutes(http::Router &router, const LaterPaymentService &service,
                           saga::SagaRunner &runner)
{
    router.post("/payments")
        .summary(u"Pay an order that was placed without payments"_s)
        .description(u"Once its payments cover its total, all are taken and the order goes on. A "
                     "declined card is 201, failed, and the order waits for another. 202: the "
                     "gateway has not answered yet."_s)
        .tag(u"Payments"_s)
        .needs(Permission::PaymentsCreate)
        .idempotencyKeyRequired()
        .answers<contract::Payment>(201)
        .answers<contract::Payment>(200)
        .answers<contract::Payment>(202)
        .problems({ErrorCode::NotFound, ErrorCode::IdTaken, ErrorCode::IllegalTransition})
        .outcome(laterOutcome)
        .writes<contract::NewPayment>([&service, &runner](const Call &call,
                                                          const contract::NewPayment &body,
                                                          UnitOfWork &work) {
            return payLater(service, runner, call, body, work);
        });

    router.remove("/payments/{id}")
        .summary(u"Take a payment back that still waits"_s)
        .description(u"What was taken is refunded instead."_s)
        .tag(u"Payments"_s)
        .needs(Permission::PaymentsCreate)
        .answers<contract::Payment>(200)
        .problems({ErrorCode::IllegalTransition})
        .writes([&service](const Call &call, UnitOfWork &work) -> Result<Answer> {
            const auto id = call.pathId<PaymentId>("id");
            TP_TRY(const payments::Payment payment, service.held(work, id, whoOf(call)));
            TP_CHECK(call.requireMatch(payment.version));
            TP_CHECK(service.cancel(work, payment, whoOf(call)));
            return payments::paymentAnswer(call, work, id, 200);
        });
}

} // namespace tp::orchestration
