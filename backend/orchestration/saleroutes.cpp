// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/saleroutes.h"

#include "backend/contract/neworder.h"
#include "backend/contract/order.h"
#include "backend/http/router.h"
#include "backend/orchestration/saleservice.h"
#include "backend/orders/orderroutes.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {

void addSaleRoutes(http::Router &router, const SaleService &sales)
{
    router.post("/orders")
        .summary(u"Place an order, or record a sale that has happened"_s)
        .description(
            u"A sale that the saga refuses is an order too: 201, rejected, with its failure. What "
            "a till has sold (sold_at) is recorded as it was and never refused."_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersCreate, Permission::SalesRecord)
        .idempotencyKeyRequired()
        .answers<contract::Order>(201)
        .answers<contract::Order>(200)
        .problems({ErrorCode::IdTaken, ErrorCode::NumberTaken, ErrorCode::PriceChanged})
        .writes<contract::NewOrder>([&sales](const http::Call &call, const contract::NewOrder &body,
                                             storage::UnitOfWork &work) -> Result<http::Answer> {
            TP_TRY(const auto placed,
                   sales.place(work, body, {call.actor(), call.origin(), call.bodyHash()}));
            TP_TRY(auto answer,
                   orders::orderAnswer(call, work, placed.id, placed.isNew ? 201 : 200));
            return std::move(answer).withLocation("/orders/" + placed.id.toString());
        });
}

} // namespace tp::orchestration
