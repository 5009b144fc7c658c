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
                        LocationId location, Quantity after, const char *reason,
                        const QString &actor)
{
    return StockStore::record(work, {MovementId(work.newId()), delta.productId, location,
                                     delta.quantity, after, reason, order.toQString(), actor,
                                     std::string(), work.nowMs()});
}

Result<Quantity> negated(Quantity quantity)
{
    return Quantity().minus(quantity);
}

/// So much less of them is free.
Result<void> tellLess(storage::UnitOfWork &work, OrderId order, QList<Wanted> wanted)
{
    for (Wanted &one : wanted) {
        TP_TRY(one.quantity, negated(one.quantity));
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
            TP_TRY(const auto policy, ReservationStore::policyOf(work, one.productId));
            if (!policy || policy->isRefusedWhenShort)
                return outOfStock(policy ? policy->name : one.productId.toQString());
            TP_CHECK(ReservationStore::holdAnyway(work, one, location));
            TP_TRY(const Quantity left, policy->available.minus(one.quantity));
            shortages.append({one.productId, policy->name, left});
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
        TP_TRY(const Quantity after, ReservationStore::takeHeld(work, one));
        TP_TRY(const Quantity delta, negated(one.wanted.quantity));
        TP_CHECK(recordMove(work, order, {one.wanted.productId, delta}, one.location, after, "sold",
                            actor));
        taken.append(one.wanted);
    }
    StockTellingService::tellUnchanged(work, order.toString(), taken);
    return taken;
}

Result<QList<Shortage>> ReservationService::takeWhatIsGone(storage::UnitOfWork &work, OrderId order,
                                                           const QList<Wanted> &lines,
                                                           const QString &actor)
{
    TP_TRY(const LocationId location, StockStore::defaultLocation(work));
    TP_TRY(const QList<Wanted> wanted, gathered(lines));
    QList<Shortage> below;
    for (const Wanted &one : wanted) {
        TP_TRY(const Quantity delta, negated(one.quantity));
        const Wanted change{one.productId, delta};
        TP_TRY(const Quantity after, ReservationStore::change(work, change, location));
        TP_CHECK(recordMove(work, order, change, location, after, "sold", actor));
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
        TP_TRY(const Quantity after, ReservationStore::change(work, one, location));
        TP_CHECK(recordMove(work, order, one, location, after, "restocked", actor));
    }
    StockTellingService::tell(work, order.toString(), wanted);
    return {};
}

} // namespace tp::inventory
