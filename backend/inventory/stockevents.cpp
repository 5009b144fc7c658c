// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/stockevents.h"

#include "backend/contract/saleevents.h"
#include "backend/contract/shopevents.h"

namespace tp::inventory {

Result<void> StockEvents::tellLevels(storage::UnitOfWork &work, const std::string &cause,
                                     const QList<ProductLevel> &levels)
{
    contract::StockEventData data;
    for (const ProductLevel &level : levels)
        data.items.append({level.productId, level.onHand, level.reserved, level.available});
    return events::Outbox::add(work, {contract::EventType::StockChanged, cause,
                                      contract::StockEventData::object().toJson(data),
                                      events::Audience::everybody()});
}

Result<void> StockEvents::tellLow(storage::UnitOfWork &work, const ProductLevel &level)
{
    const contract::StockLowEventData data{level.productId, level.name, level.available,
                                           *level.lowStock};
    return events::Outbox::add(work, {contract::EventType::StockLow, level.productId.toString(),
                                      contract::StockLowEventData::object().toJson(data),
                                      events::Audience::whoMay(Permission::StockRead)});
}

Result<void> StockEvents::tellLocation(storage::UnitOfWork &work, LocationId id,
                                       const QString &name)
{
    return events::Outbox::add(work, {contract::EventType::LocationCreated, id.toString(),
                                      contract::LocationEventData::object().toJson({id, name}),
                                      events::Audience::whoMay(Permission::StockRead)});
}

} // namespace tp::inventory
