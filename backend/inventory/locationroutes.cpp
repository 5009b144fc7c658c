// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/locationroutes.h"

#include "backend/contract/location.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"
#include "backend/inventory/locationqueries.h"
#include "backend/inventory/locationservice.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {
namespace {

using http::Answer;
using http::Call;

std::string locationCursor(const LocationQueries::After &after)
{
    return http::encodeCursor({after.nameKey, after.id});
}

Result<Answer> listLocations(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const auto cursor, call.cursor(2));
    std::optional<LocationQueries::After> after;
    if (cursor)
        after = {cursor->at(0), cursor->at(1)};
    TP_TRY(std::string page, LocationQueries::list(snapshot, after, call.limit(), locationCursor));
    return Answer::json(200, std::move(page));
}

Result<Answer> addLocation(const Call &call, const contract::NewLocation &body,
                           storage::UnitOfWork &work)
{
    const LocationId id = body.id.value_or(LocationId(work.newId()));
    TP_TRY(const bool isNew, LocationService::add(work, id, body.name, call.bodyHash()));
    TP_TRY(std::string location, LocationQueries::one(work, id));
    return Answer::json(isNew ? 201 : 200, std::move(location));
}

} // namespace

void addLocationRoutes(http::Router &router)
{
    router.get("/api/locations")
        .summary(u"Where goods may lie, by name"_s)
        .tag(u"Inventory"_s)
        .needs(Permission::StockRead)
        .paged()
        .answersPage<contract::Location>()
        .quick(listLocations);

    router.post("/api/locations")
        .summary(u"Add a location"_s)
        .tag(u"Inventory"_s)
        .needs(Permission::StockAdjust)
        .answers<contract::Location>(201)
        .answers<contract::Location>(200)
        .problems({ErrorCode::IdTaken, ErrorCode::Conflict})
        .writes<contract::NewLocation>(addLocation);
}

} // namespace tp::inventory
