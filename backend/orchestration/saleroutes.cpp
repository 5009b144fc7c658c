// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/saleroutes.h"

#include "backend/contract/neworder.h"
#include "backend/contract/order.h"
#include "backend/http/router.h"
#include "backend/orchestration/begun.h"
#include "backend/orchestration/saleservice.h"
#include "backend/orders/orderroutes.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using http::Answer;
using http::Call;

Result<Answer> saleAnswer(const Call &call, storage::UnitOfWork &work, OrderId id, int status)
{
    TP_TRY(auto answer, orders::orderAnswer(call, work, id, status));
    return std::move(answer).withLocation("/orders/" + id.toString());
}

Result<Answer> placeOrder(const SaleService &sales, saga::SagaRunner &runner, const Call &call,
                          const contract::NewOrder &body, storage::UnitOfWork &work)
{
    TP_TRY(auto placed, sales.place(work, body, {call.actor(), call.origin(), call.bodyHash()}));
    std::optional<SagaId> begun = stillRunning(placed.standing);
    if (!placed.isNew) {
        TP_TRY(begun, begunFor(work, placed.id));
    }
    const int status = begun ? 202 : placed.isNew ? 201 : 200;
    TP_TRY(auto answer, saleAnswer(call, work, placed.id, status));
    return following(runner, std::move(placed.standing), begun, std::move(answer));
}

Result<Answer> saleOutcome(const Call &call, Uuid begun, storage::UnitOfWork &work)
{
    TP_TRY(const BegunSaga saga, begunSaga(work, SagaId(begun)));
    TP_TRY(auto answer, saleAnswer(call, work, saga.order, saga.isOver ? 201 : 202));
    return saga.isOver ? std::move(answer) : std::move(answer).awaiting(begun);
}

} // namespace

void addSaleRoutes(http::Router &router, const SaleService &sales, saga::SagaRunner &runner)
{
    router.post("/orders")
        .summary(u"Place an order, or record a sale that has happened"_s)
        .description(
            u"A sale that the saga refuses is an order too: 201, rejected, with its failure. What "
            "a till has sold (sold_at) is recorded as it was and never refused. 202: a gateway has "
            "not answered yet; ask again with the same key, or look at the order."_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersCreate, Permission::SalesRecord)
        .idempotencyKeyRequired()
        .answers<contract::Order>(201)
        .answers<contract::Order>(200)
        .answers<contract::Order>(202)
        .problems({ErrorCode::IdTaken, ErrorCode::NumberTaken, ErrorCode::PriceChanged})
        .outcome(saleOutcome)
        .writes<contract::NewOrder>([&sales, &runner](const Call &call,
                                                      const contract::NewOrder &body,
                                                      storage::UnitOfWork &work) {
            return placeOrder(sales, runner, call, body, work);
        });
}

} // namespace tp::orchestration
