// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/orderroutes.h"

#include "backend/contract/neworder.h"
#include "backend/contract/order.h"
#include "backend/contract/saga.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"
#include "backend/orders/orderqueries.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/ordertextservice.h"

using namespace Qt::StringLiterals;

namespace tp::orders {
namespace {

using http::Answer;
using http::Call;

std::string orderCursor(const OrderQueries::After &after)
{
    return http::encodeCursor({std::to_string(after.createdAtMs), after.id});
}

Result<std::optional<OrderQueries::After>> placeIn(const Call &call)
{
    TP_TRY(const auto cursor, call.cursor(2));
    if (!cursor)
        return std::optional<OrderQueries::After>();
    TP_TRY(const qint64 createdAtMs, http::cursorNumber(cursor->at(0)));
    return std::optional(OrderQueries::After{createdAtMs, cursor->at(1)});
}

Result<Answer> listOrders(const Call &call, storage::Snapshot &snapshot,
                          OrderQueries::Filter filter)
{
    filter.owner = ownerOf(call);
    TP_TRY(const auto after, placeIn(call));
    TP_TRY(std::string page,
           OrderQueries::list(snapshot, filter, after, call.limit(), orderCursor));
    return Answer::json(200, std::move(page));
}

Result<Answer> listOfStatus(const Call &call, storage::Snapshot &snapshot)
{
    const std::string status(call.pathText("status"));
    if (!contract::fromWireName<contract::OrderStatus>(status))
        return Error{ErrorCode::BadQuery, u"there is no such status"_s, {}};
    return listOrders(call, snapshot, {.owner = {}, .status = status, .userId = {}});
}

Result<void> checkReadOnlyOrder(const contract::ReadOnlyMembers &sent, OrderId id,
                                storage::UnitOfWork &work)
{
    if (sent.empty())
        return {};
    TP_TRY(const auto shown, OrderQueries::one(work, id, std::nullopt));
    TP_TRY(const auto current, contract::parseJson(shown.json));
    return contract::unchanged(sent, current);
}

Result<Answer> changeOrder(const Call &call, const contract::ChangeOrder &body,
                           storage::UnitOfWork &work)
{
    const auto id = call.pathId<OrderId>("id");
    TP_TRY(Order order, OrderTextService::found(work, id));
    const auto owner = ownerOf(call);
    if (owner && order.userId.toStdString() != *owner)
        return Error{ErrorCode::NotFound, u"there is no such order"_s, {}};
    TP_CHECK(call.requireMatch(order.version));
    TP_CHECK(checkReadOnlyOrder(body.readOnly, id, work));
    OrderTexts texts{body.deliveryAddress.to, body.description.to, body.customerId.to, {}};
    if (body.lines) {
        for (const contract::ChangeOrderLine &line : *body.lines.to)
            texts.notes.append({line.id, line.note});
    }
    const bool isPendingOnly =
        call.actor().grant(Permission::OrdersUpdate).isLimitedTo(Limit::Pending);
    TP_CHECK(OrderTextService::change(work, std::move(order), texts, isPendingOnly, call.origin()));
    return orderAnswer(call, work, id);
}

template <typename Verb>
auto moving(Verb verb)
{
    return [verb](const Call &call, storage::UnitOfWork &work) -> Result<Answer> {
        const auto id = call.pathId<OrderId>("id");
        TP_TRY(Order order, OrderTextService::found(work, id));
        TP_CHECK(call.requireMatch(order.version));
        TP_CHECK(verb(work, order, call.origin()));
        return orderAnswer(call, work, id);
    };
}

void addReading(http::Router &router)
{
    router.get("/orders")
        .summary(u"Orders, the newest first"_s)
        .description(u"Whoever may read only their own gets their own."_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersReadOwn)
        .paged()
        .answersPage<contract::Order>()
        .quick([](const Call &call, storage::Snapshot &snapshot) {
            return listOrders(call, snapshot, {});
        });

    router.get("/orders/{id}")
        .summary(u"One order"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersReadOwn)
        .answers<contract::Order>(200)
        .quick([](const Call &call, storage::Snapshot &snapshot) {
            return orderAnswer(call, snapshot, call.pathId<OrderId>("id"));
        });

    router.get("/orders/user/{user_id}")
        .summary(u"What somebody ordered, the newest first"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersReadOwn)
        .paged()
        .answersPage<contract::Order>()
        .quick([](const Call &call, storage::Snapshot &snapshot) {
            return listOrders(
                call, snapshot,
                {.owner = {}, .status = {}, .userId = call.pathId<UserId>("user_id").toString()});
        });

    router.get("/orders/status/{status}")
        .summary(u"Orders of one status, the newest first"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersReadOwn)
        .pathText("status")
        .paged()
        .answersPage<contract::Order>()
        .quick(listOfStatus);

    router.get("/orders/{id}/timeline")
        .summary(u"What happened to an order, in plain words"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersReadOwn)
        .answersPage<contract::TimelineEntry>()
        .quick([](const Call &call, storage::Snapshot &snapshot) -> Result<Answer> {
            TP_TRY(std::string page,
                   OrderQueries::timeline(snapshot, call.pathId<OrderId>("id"), ownerOf(call)));
            return Answer::json(200, std::move(page));
        });
}

} // namespace

std::optional<std::string> ownerOf(const Call &call)
{
    const Actor &actor = call.actor();
    if (actor.may(Permission::OrdersReadAll))
        return std::nullopt;
    return actor.id.toStdString();
}

Result<Answer> orderAnswer(const Call &call, storage::Session &session, OrderId id, int status)
{
    TP_TRY(auto shown, OrderQueries::one(session, id, ownerOf(call)));
    return Answer::json(status, std::move(shown.json)).withEtag(std::to_string(shown.version));
}

void addOrderRoutes(http::Router &router)
{
    addReading(router);

    router.put("/orders/{id}")
        .summary(u"Change where an order goes, whose it is and what is noted on it"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersUpdate)
        .answers<contract::Order>(200)
        .problems({ErrorCode::IllegalTransition})
        .writes<contract::ChangeOrder>(changeOrder);

    router.post("/orders/{id}/fulfil")
        .summary(u"An order is ready to be handed over"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersFulfil)
        .answers<contract::Order>(200)
        .problems({ErrorCode::IllegalTransition, ErrorCode::StaleVersion})
        .writes(moving(OrderService::fulfil));

    router.post("/orders/{id}/complete")
        .summary(u"An order was handed over"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersFulfil)
        .answers<contract::Order>(200)
        .problems({ErrorCode::IllegalTransition, ErrorCode::StaleVersion})
        .writes(moving(OrderService::complete));

    router.get("/api/attention")
        .summary(u"What a person should look at, the oldest first"_s)
        .tag(u"Orders"_s)
        .needs(Permission::OrdersReadAll)
        .paged()
        .answersPage<contract::Attention>()
        .quick([](const Call &call, storage::Snapshot &snapshot) -> Result<Answer> {
            TP_TRY(const auto after, placeIn(call));
            TP_TRY(std::string page,
                   OrderQueries::attention(snapshot, after, call.limit(), orderCursor));
            return Answer::json(200, std::move(page));
        });
}

} // namespace tp::orders
