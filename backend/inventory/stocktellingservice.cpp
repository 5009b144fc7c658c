// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/stocktellingservice.h"

#include "backend/inventory/stockevents.h"
#include "backend/inventory/stockstore.h"

namespace tp::inventory {
namespace {

std::string keyOf(const std::string &cause, const QList<Wanted> &products)
{
    std::string key = "stock " + cause;
    for (const Wanted &one : products)
        key += one.productId.toString();
    return key;
}

Result<void> tellNow(storage::UnitOfWork &work, const std::string &cause,
                     const QList<Wanted> &changes)
{
    TP_TRY(const QList<ProductLevel> levels, StockStore::levels(work, changes));
    TP_CHECK(StockEvents::tellLevels(work, cause, levels));
    for (const ProductLevel &level : levels) {
        for (const Wanted &change : changes) {
            if (change.productId == level.productId && level.hasFallenLow(change.quantity))
                TP_CHECK(StockEvents::tellLow(work, level));
        }
    }
    return {};
}

} // namespace

void StockTellingService::tell(storage::UnitOfWork &work, const std::string &cause,
                               QList<Wanted> changes)
{
    if (changes.isEmpty())
        return;
    std::string key = keyOf(cause, changes);
    work.sayLast(std::move(key), [cause, changes = std::move(changes)](storage::UnitOfWork &unit) {
        return tellNow(unit, cause, changes);
    });
}

void StockTellingService::tellUnchanged(storage::UnitOfWork &work, const std::string &cause,
                                        QList<Wanted> products)
{
    if (work.hasLastWord(keyOf(cause, products)))
        return;
    for (Wanted &one : products)
        one.quantity = Quantity();
    tell(work, cause, std::move(products));
}

} // namespace tp::inventory
