// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/reservationstore.h"

#include <algorithm>
#include <tuple>

namespace tp::inventory {

Result<bool> ReservationStore::hold(storage::UnitOfWork &work, const Wanted &wanted,
                                    LocationId location)
{
    // Look and take in one statement: nobody comes in between.
    TP_TRY(const qint64 held,
           work.execute("UPDATE stock_balances SET reserved = reserved + $3 WHERE product_id = $1 "
                        "AND location_id = $2 AND on_hand - reserved >= $3",
                        {wanted.productId, location, wanted.quantity.thousandths()}));
    return held == 1;
}

Result<void> ReservationStore::holdAnyway(storage::UnitOfWork &work, const Wanted &wanted,
                                          LocationId location)
{
    TP_CHECK(work.execute("INSERT INTO stock_balances (product_id, location_id, on_hand, reserved) "
                          "VALUES ($1, $2, 0, $3) ON CONFLICT (product_id, location_id) "
                          "DO UPDATE SET reserved = stock_balances.reserved + excluded.reserved",
                          {wanted.productId, location, wanted.quantity.thousandths()}));
    return {};
}

Result<void> ReservationStore::insert(storage::UnitOfWork &work, OrderId order,
                                      const Wanted &wanted, LocationId location, qint64 expiresAtMs)
{
    TP_CHECK(work.execute(
        "INSERT INTO stock_reservations (order_id, product_id, location_id, quantity, expires_at) "
        "VALUES ($1, $2, $3, $4, $5)",
        {order, wanted.productId, location, wanted.quantity.thousandths(), expiresAtMs}));
    return {};
}

Result<QList<ReservationStore::Held>> ReservationStore::letGo(storage::UnitOfWork &work,
                                                              OrderId order)
{
    QList<Held> all;
    auto rows = work.query("DELETE FROM stock_reservations WHERE order_id = $1 "
                           "RETURNING product_id, location_id, quantity",
                           {order});
    while (rows.next()) {
        TP_TRY(const Quantity quantity, Quantity::fromThousandths(rows.integer(2)));
        all.append({{ProductId::parse(rows.text(0)).value_or(ProductId()), quantity},
                    LocationId::parse(rows.text(1)).value_or(LocationId())});
    }
    TP_CHECK(rows.finish());
    std::sort(all.begin(), all.end(), [](const Held &a, const Held &b) {
        return std::tie(a.wanted.productId, a.location) < std::tie(b.wanted.productId, b.location);
    });
    return all;
}

Result<QList<OrderId>> ReservationStore::expired(storage::UnitOfWork &work, int max)
{
    QList<OrderId> orders;
    auto rows = work.query("SELECT order_id FROM stock_reservations WHERE expires_at <= $1 "
                           "ORDER BY expires_at LIMIT $2",
                           {work.nowMs(), max});
    while (rows.next()) {
        const OrderId order = OrderId::parse(rows.text(0)).value_or(OrderId());
        if (!orders.contains(order))
            orders.append(order);
    }
    TP_CHECK(rows.finish());
    return orders;
}

Result<void> ReservationStore::takeHeld(storage::UnitOfWork &work, const Held &held)
{
    TP_CHECK(
        work.execute("UPDATE stock_balances SET on_hand = on_hand - $3, reserved = reserved - $3 "
                     "WHERE product_id = $1 AND location_id = $2",
                     {held.wanted.productId, held.location, held.wanted.quantity.thousandths()}));
    return {};
}

Result<bool> ReservationStore::takeFree(storage::UnitOfWork &work, const Wanted &wanted,
                                        LocationId location)
{
    // As hold(): look and take in one statement.
    TP_TRY(const qint64 taken,
           work.execute("UPDATE stock_balances SET on_hand = on_hand - $3 WHERE product_id = $1 "
                        "AND location_id = $2 AND on_hand - reserved >= $3",
                        {wanted.productId, location, wanted.quantity.thousandths()}));
    return taken == 1;
}

Result<void> ReservationStore::putBack(storage::UnitOfWork &work, const Held &held)
{
    TP_CHECK(
        work.execute("UPDATE stock_balances SET reserved = reserved - $3 "
                     "WHERE product_id = $1 AND location_id = $2",
                     {held.wanted.productId, held.location, held.wanted.quantity.thousandths()}));
    return {};
}

Result<Quantity> ReservationStore::change(storage::UnitOfWork &work, const Wanted &delta,
                                          LocationId location)
{
    auto rows = work.query("INSERT INTO stock_balances (product_id, location_id, on_hand) "
                           "VALUES ($1, $2, $3) ON CONFLICT (product_id, location_id) "
                           "DO UPDATE SET on_hand = stock_balances.on_hand + excluded.on_hand "
                           "RETURNING on_hand",
                           {delta.productId, location, delta.quantity.thousandths()});
    qint64 onHand = 0;
    while (rows.next())
        onHand = rows.integer(0);
    TP_CHECK(rows.finish());
    return Quantity::fromThousandths(onHand);
}

Result<std::optional<ReservationStore::Policy>>
ReservationStore::policyOf(storage::UnitOfWork &work, ProductId product)
{
    std::optional<Policy> policy;
    auto rows = work.query("SELECT p.name, p.when_short, "
                           "coalesce(s.on_hand - s.reserved, 0) FROM stocked_products p "
                           "LEFT JOIN stock_levels s ON s.product_id = p.product_id "
                           "WHERE p.product_id = $1",
                           {product});
    if (rows.next()) {
        policy = Policy{QString::fromUtf8(rows.text(0).data(), qsizetype(rows.text(0).size())),
                        rows.text(1) == "refuse",
                        {}};
        TP_TRY(policy->available, Quantity::fromThousandths(rows.integer(2)));
    }
    TP_CHECK(rows.finish());
    return policy;
}

} // namespace tp::inventory
