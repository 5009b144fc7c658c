// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/reservationservice.h"

#include "backend/inventory/reservationstore.h"
#include "backend/inventory/stockstore.h"
#include "backend/inventory/stocktellingservice.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {
namespace {

constexpr int ExpiredAtOnceMax = 200;

Error outOfStock(const QString &name)
{
    return {ErrorCode::OutOfStock, u"there is not enough of %1"_s.arg(name), {}};
}

Result<void> recordMove(storage::UnitOfWork &work, OrderId order, const Wanted &delta,
                        LocationId location, const char *reason, const QString &actor)
{
    return StockStore::record(work, {MovementId(work.newId()), delta.productId, location,
                                     delta.quantity, Quantity(), reason, order.toQString(), actor,
                                     std::string(), work.nowMs()});
}

Result<Wanted> negated(const Wanted &wanted)
{
    TP_TRY(const Quantity quantity, Quantity().minus(wanted.quantity));
    return Wanted{wanted.productId, quantity};
}

/// What there is too little of, if it may be sold all the same; OutOfStock if not.
Result<Shortage> allowedShortage(storage::UnitOfWork &work, const Wanted &wanted)
{
    TP_TRY(const auto policy, ReservationStore::policyOf(work, wanted.productId));
    if (!policy || policy->isRefusedWhenShort)
        return outOfStock(policy ? policy->name : wanted.productId.toQString());
    TP_TRY(const Quantity left, policy->available.minus(wanted.quantity));
    return Shortage{wanted.productId, policy->name, left};
}

/// So much less of them is free.
Result<void> tellLess(storage::UnitOfWork &work, OrderId order, QList<Wanted> wanted)
{
    for (Wanted &one : wanted) {
        TP_TRY(one, negated(one));
    }
    StockTellingService::tell(work, order.toString(), std::move(wanted));
    return {};
}

} // namespace

Result<QList<Shortage>> ReservationService::reserve(storage::UnitOfWork &work, OrderId order,
                                                    const QList<Wanted> &lines)
{
    TP_TRY(const LocationId location, StockStore::defaultLocation(work));
    TP_TRY(const QList<Wanted> wanted, gathered(lines));
    QList<Shortage> shortages;
    for (const Wanted &one : wanted) {
        TP_TRY(const bool isHeld, ReservationStore::hold(work, one, location));
        if (!isHeld) {
            TP_TRY(const Shortage shortage, allowedShortage(work, one));
            TP_CHECK(ReservationStore::holdAnyway(work, one, location));
            shortages.append(shortage);
        }
        TP_CHECK(ReservationStore::insert(work, order, one, location, work.nowMs() + HeldMs));
    }
    TP_CHECK(tellLess(work, order, wanted));
    return shortages;
}

Result<void> ReservationService::release(storage::UnitOfWork &work, OrderId order)
{
    TP_TRY(const auto held, ReservationStore::letGo(work, order));
    QList<Wanted> released;
    for (const ReservationStore::Held &one : held) {
        TP_CHECK(ReservationStore::putBack(work, one));
        released.append(one.wanted);
    }
    StockTellingService::tell(work, order.toString(), std::move(released));
    return {};
}

Result<void> ReservationService::releaseExpired(storage::UnitOfWork &work)
{
    TP_TRY(const auto orders, ReservationStore::expired(work, ExpiredAtOnceMax));
    for (const OrderId &order : orders)
        TP_CHECK(release(work, order));
    return {};
}

Result<QList<Wanted>> ReservationService::take(storage::UnitOfWork &work, OrderId order,
                                               const QString &actor)
{
    TP_TRY(const auto held, ReservationStore::letGo(work, order));
    QList<Wanted> taken;
    for (const ReservationStore::Held &one : held) {
        TP_CHECK(ReservationStore::takeHeld(work, one));
        TP_TRY(const Wanted delta, negated(one.wanted));
        TP_CHECK(recordMove(work, order, delta, one.location, "sold", actor));
        taken.append(one.wanted);
    }
    StockTellingService::tellUnchanged(work, order.toString(), taken);
    return taken;
}

Result<QList<Shortage>> ReservationService::takeAtOnce(storage::UnitOfWork &work, OrderId order,
                                                       const QList<Wanted> &lines,
                                                       const QString &actor)
{
    TP_TRY(const LocationId location, StockStore::defaultLocation(work));
    TP_TRY(const QList<Wanted> wanted, gathered(lines));
    QList<Shortage> shortages;
    for (const Wanted &one : wanted) {
        TP_TRY(const Wanted delta, negated(one));
        TP_TRY(const bool isTaken, ReservationStore::takeFree(work, one, location));
        if (!isTaken) {
            TP_TRY(const Shortage shortage, allowedShortage(work, one));
            TP_CHECK(ReservationStore::change(work, delta, location));
            shortages.append(shortage);
        }
        TP_CHECK(recordMove(work, order, delta, location, "sold", actor));
    }
    TP_CHECK(tellLess(work, order, wanted));
    return shortages;
}

Result<QList<Shortage>> ReservationService::takeWhatIsGone(storage::UnitOfWork &work, OrderId order,
                                                           const QList<Wanted> &lines,
                                                           const QString &actor)
{
    TP_TRY(const LocationId location, StockStore::defaultLocation(work));
    TP_TRY(const QList<Wanted> wanted, gathered(lines));
    QList<Shortage> below;
    for (const Wanted &one : wanted) {
        TP_TRY(const Wanted delta, negated(one));
        TP_TRY(const Quantity after, ReservationStore::change(work, delta, location));
        TP_CHECK(recordMove(work, order, delta, location, "sold", actor));
        if (!after.isNegative())
            continue;
        TP_TRY(const auto policy, ReservationStore::policyOf(work, one.productId));
        below.append({one.productId, policy ? policy->name : one.productId.toQString(), after});
    }
    TP_CHECK(tellLess(work, order, wanted));
    return below;
}

Result<void> ReservationService::restock(storage::UnitOfWork &work, OrderId order,
                                         const QList<Wanted> &lines, const QString &actor)
{
    TP_TRY(const LocationId location, StockStore::defaultLocation(work));
    TP_TRY(const QList<Wanted> wanted, gathered(lines));
    for (const Wanted &one : wanted) {
        TP_CHECK(ReservationStore::change(work, one, location));
        TP_CHECK(recordMove(work, order, one, location, "restocked", actor));
    }
    StockTellingService::tell(work, order.toString(), wanted);
    return {};
}

} // namespace tp::inventory
