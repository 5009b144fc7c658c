// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/locationservice.h"

#include "backend/inventory/stockevents.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {

Result<bool> LocationService::add(storage::UnitOfWork &work, LocationId id, const QString &name,
                                  const std::string &createHash)
{
    TP_TRY(const auto before, LocationStore::createHashOf(work, id));
    if (before && *before == createHash)
        return false;
    if (before)
        return Error{ErrorCode::IdTaken, u"this id names another location"_s, {}};
    const auto inserted = LocationStore::insert(work, id, name, createHash);
    if (inserted) {
        TP_CHECK(StockEvents::tellLocation(work, id, name));
        return true;
    }
    if (storage::constraintOf(inserted.error()) == "locations.name_key")
        return Error{ErrorCode::Conflict, u"another location has this name"_s, {}};
    return inserted.error();
}

} // namespace tp::inventory
