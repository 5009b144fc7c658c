// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/stockservice.h"

#include "backend/inventory/stocktellingservice.h"
#include "backend/kernel/fielderrors.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {
namespace {

Error unknownReference(const QString &pointer, const QString &detail)
{
    return atMember(pointer, ErrorCode::UnknownReference, detail);
}

Result<LocationId> locationOf(storage::UnitOfWork &work, const Adjustment &adjustment)
{
    if (!adjustment.locationId)
        return StockStore::defaultLocation(work);
    TP_TRY(const bool isKnown, StockStore::knowsLocation(work, *adjustment.locationId));
    if (!isKnown)
        return unknownReference(u"/location_id"_s, u"there is no such location"_s);
    return *adjustment.locationId;
}

} // namespace

Result<StockService::Adjusted> StockService::adjust(storage::UnitOfWork &work,
                                                    const Adjustment &adjustment,
                                                    const QString &actor,
                                                    const std::string &createHash)
{
    TP_TRY(const auto before, StockStore::createHashOf(work, adjustment.id));
    if (before && *before == createHash)
        return Adjusted{adjustment.id, false};
    if (before)
        return Error{ErrorCode::IdTaken, u"this id names another movement"_s, {}};

    TP_TRY(const bool isKnown, StockStore::knowsProduct(work, adjustment.productId));
    if (!isKnown)
        return unknownReference(u"/product_id"_s, u"there is no such product"_s);
    TP_TRY(const LocationId location, locationOf(work, adjustment));
    TP_TRY(const Quantity onHand, StockStore::lockedBalance(work, adjustment.productId, location));
    TP_TRY(const Quantity delta, deltaOf(adjustment, onHand));
    TP_TRY(const Quantity after, onHand.plus(delta));
    TP_CHECK(StockStore::move(work, {adjustment.id, adjustment.productId, location, delta, after,
                                     adjustment.reason, adjustment.note, actor, createHash,
                                     work.nowMs()}));
    StockTellingService::tell(work, adjustment.id.toString(), {{adjustment.productId, delta}});
    return Adjusted{adjustment.id, true};
}

Result<bool> StockService::setOnHand(storage::UnitOfWork &work, ProductId product, Quantity onHand,
                                     const QString &actor)
{
    TP_TRY(const LocationId location, StockStore::defaultLocation(work));
    MovementRow movement{MovementId(work.newId()),
                         product,
                         location,
                         onHand,
                         onHand,
                         "count",
                         u"import"_s,
                         actor,
                         std::string(),
                         work.nowMs()};
    if (!onHand.isZero()) {
        // A product that is new has no balance to look at, and most rows of a file are new.
        TP_TRY(const bool isFirst, StockStore::begin(work, movement));
        if (isFirst)
            return true;
    }
    TP_TRY(const Quantity before, StockStore::lockedBalance(work, product, location));
    if (before == onHand)
        return false;
    TP_TRY(movement.delta, onHand.minus(before));
    TP_CHECK(StockStore::move(work, movement));
    return true;
}

} // namespace tp::inventory
