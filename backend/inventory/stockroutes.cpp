// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/stockroutes.h"

#include "backend/contract/movement.h"
#include "backend/contract/stock.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"
#include "backend/inventory/stockqueries.h"
#include "backend/inventory/stockservice.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {
namespace {

using http::Answer;
using http::Call;
using http::Param;

std::string stockCursor(const StockQueries::After &after)
{
    return http::encodeCursor({after.nameKey, after.productId});
}

std::string movementCursor(qint64 seq)
{
    return http::encodeCursor({std::to_string(seq)});
}

Result<Answer> listStock(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const auto cursor, call.cursor(2));
    std::optional<StockQueries::After> after;
    if (cursor)
        after = {cursor->at(0), cursor->at(1)};
    const StockQueries::ListFilter filter{call.flag("low").value_or(false),
                                          call.queryId<LocationId>("location_id")};
    TP_TRY(std::string page,
           StockQueries::list(snapshot, filter, after, call.limit(), stockCursor));
    return Answer::json(200, std::move(page));
}

Result<Answer> listMovements(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const auto cursor, call.cursor(1));
    std::optional<qint64> before;
    if (cursor) {
        TP_TRY(before, http::cursorNumber(cursor->front()));
    }
    TP_TRY(std::string page, StockQueries::movements(snapshot, call.pathId<ProductId>("product_id"),
                                                     before, call.limit(), movementCursor));
    return Answer::json(200, std::move(page));
}

Result<Answer> adjustStock(const Call &call, const contract::NewAdjustment &body,
                           storage::UnitOfWork &work)
{
    const Adjustment adjustment{body.id.value_or(MovementId(work.newId())),
                                body.productId,
                                body.locationId,
                                body.delta,
                                body.counted,
                                std::string(contract::wireName(body.reason)),
                                body.note};
    TP_TRY(const auto adjusted,
           StockService::adjust(work, adjustment, call.actor().id, call.bodyHash()));
    TP_TRY(std::string movement, StockQueries::movement(work, adjusted.id));
    return Answer::json(adjusted.isNew ? 201 : 200, std::move(movement));
}

} // namespace

void addStockRoutes(http::Router &router)
{
    router.get("/api/stock")
        .summary(u"Stock of all products, by name"_s)
        .tag(u"Inventory"_s)
        .needs(Permission::StockRead)
        .query(
            {Param::boolean("low", u"Only what has fallen to its low_stock"_s),
             Param::id("location_id", u"Only what lies there, with the numbers of that place"_s)})
        .paged()
        .answersPage<contract::StockItem>()
        .reads(listStock);

    router.get("/api/stock/{product_id}")
        .summary(u"Stock of one product"_s)
        .tag(u"Inventory"_s)
        .needs(Permission::StockRead)
        .answers<contract::StockLevel>(200)
        .quick([](const Call &call, storage::Snapshot &snapshot) -> Result<Answer> {
            TP_TRY(std::string level,
                   StockQueries::one(snapshot, call.pathId<ProductId>("product_id")));
            return Answer::json(200, std::move(level));
        });

    router.get("/api/stock/{product_id}/movements")
        .summary(u"The ledger of one product, newest first"_s)
        .tag(u"Inventory"_s)
        .needs(Permission::StockRead)
        .paged()
        .answersPage<contract::Movement>()
        .quick(listMovements);

    router.post("/api/stock/adjustments")
        .summary(u"Change stock by hand"_s)
        .description(u"By delta, or to what was counted. The level may fall below zero: the ledger "
                     "says what happened, and a count corrects it."_s)
        .tag(u"Inventory"_s)
        .needs(Permission::StockAdjust)
        .answers<contract::Movement>(201)
        .answers<contract::Movement>(200)
        .problems({ErrorCode::IdTaken, ErrorCode::UnknownReference, ErrorCode::OutOfRange})
        .writes<contract::NewAdjustment>(adjustStock);
}

} // namespace tp::inventory
