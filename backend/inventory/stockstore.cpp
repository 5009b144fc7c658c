// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/stockstore.h"

namespace tp::inventory {
namespace {

/// So many in one statement: most sales are no longer.
constexpr std::size_t LevelsAtOnce = 8;

Result<ProductLevel> levelIn(const storage::Rows &row)
{
    ProductLevel level{ProductId::parse(row.text(0)).value_or(ProductId()),
                       QString::fromUtf8(row.text(1).data(), qsizetype(row.text(1).size())),
                       {},
                       {},
                       {},
                       {}};
    TP_TRY(level.onHand, Quantity::fromThousandths(row.integer(2)));
    TP_TRY(level.reserved, Quantity::fromThousandths(row.integer(3)));
    TP_TRY(level.available, level.onHand.minus(level.reserved));
    if (!row.isNull(4)) {
        TP_TRY(level.lowStock, Quantity::fromThousandths(row.integer(4)));
    }
    return level;
}

Result<bool> hasRow(storage::UnitOfWork &work, std::string_view sql, storage::Value id)
{
    auto rows = work.query(sql, {std::move(id)});
    const bool found = rows.next();
    TP_CHECK(rows.finish());
    return found;
}

} // namespace

Result<bool> StockStore::knowsProduct(storage::UnitOfWork &work, ProductId product)
{
    return hasRow(work, "SELECT 1 FROM stocked_products WHERE product_id = $1", product);
}

Result<bool> StockStore::knowsLocation(storage::UnitOfWork &work, LocationId location)
{
    return hasRow(work, "SELECT 1 FROM locations WHERE id = $1", location);
}

Result<LocationId> StockStore::defaultLocation(storage::UnitOfWork &work)
{
    auto rows = work.query("SELECT id FROM locations WHERE is_default = 1");
    std::optional<LocationId> id;
    if (rows.next())
        id = LocationId::parse(rows.text(0));
    TP_CHECK(rows.finish());
    if (!id)
        return Error{ErrorCode::Internal, QStringLiteral("there is no default location"), {}};
    return *id;
}

Result<Quantity> StockStore::lockedBalance(storage::UnitOfWork &work, ProductId product,
                                           LocationId location)
{
    // The update changes nothing, but holds the row: the balance that is read is the one that the
    // movement will follow.
    auto rows = work.query("INSERT INTO stock_balances (product_id, location_id, on_hand) "
                           "VALUES ($1, $2, 0) "
                           "ON CONFLICT (product_id, location_id) "
                           "DO UPDATE SET on_hand = stock_balances.on_hand "
                           "RETURNING on_hand",
                           {product, location});
    qint64 onHand = 0;
    while (rows.next())
        onHand = rows.integer(0);
    TP_CHECK(rows.finish());
    return Quantity::fromThousandths(onHand);
}

Result<bool> StockStore::begin(storage::UnitOfWork &work, const MovementRow &movement)
{
    TP_TRY(const qint64 inserted,
           work.execute(
               "INSERT INTO stock_balances (product_id, location_id, on_hand) "
               "VALUES ($1, $2, $3) ON CONFLICT (product_id, location_id) DO NOTHING",
               {movement.productId, movement.locationId, movement.onHandAfter.thousandths()}));
    if (inserted == 0)
        return false;
    TP_CHECK(record(work, movement));
    return true;
}

Result<void> StockStore::move(storage::UnitOfWork &work, const MovementRow &movement)
{
    TP_CHECK(work.execute(
        "UPDATE stock_balances SET on_hand = $3 WHERE product_id = $1 AND location_id = $2",
        {movement.productId, movement.locationId, movement.onHandAfter.thousandths()}));
    return record(work, movement);
}

Result<void> StockStore::record(storage::UnitOfWork &work, const MovementRow &movement)
{
    TP_CHECK(work.execute(
        "INSERT INTO stock_movements (id, product_id, location_id, delta, on_hand_after, reason, "
        "note, actor, create_hash, created_at, previous_seq) "
        "VALUES ($1, $2, $3, $4, (SELECT on_hand FROM stock_balances WHERE product_id = $2 "
        "AND location_id = $3), $5, $6, $7, $8, $9, "
        "(SELECT movement_seq FROM stock_totals WHERE product_id = $2))",
        {movement.id, movement.productId, movement.locationId, movement.delta.thousandths(),
         movement.reason, movement.note, movement.actor, movement.createHash,
         movement.createdAtMs}));
    return {};
}

Result<QList<ProductLevel>> StockStore::levels(storage::UnitOfWork &work,
                                               const QList<Wanted> &products)
{
    QList<ProductLevel> levels;
    for (qsizetype first = 0; first < products.size(); first += qsizetype(LevelsAtOnce)) {
        std::vector<storage::Value> ids;
        for (const Wanted &one : products.mid(first, qsizetype(LevelsAtOnce)))
            ids.emplace_back(one.productId);
        ids.resize(LevelsAtOnce, storage::Value(std::nullopt));
        auto rows = work.query("SELECT p.product_id, p.name, coalesce(t.on_hand, 0), "
                               "coalesce(t.reserved, 0), p.low_stock FROM stocked_products p "
                               "LEFT JOIN stock_totals t ON t.product_id = p.product_id "
                               "WHERE p.product_id IN ($1, $2, $3, $4, $5, $6, $7, $8)",
                               ids);
        while (rows.next()) {
            TP_TRY(ProductLevel level, levelIn(rows));
            levels.append(std::move(level));
        }
        TP_CHECK(rows.finish());
    }
    return levels;
}

Result<std::optional<std::string>> StockStore::createHashOf(storage::UnitOfWork &work,
                                                            MovementId id)
{
    auto rows = work.query("SELECT create_hash FROM stock_movements WHERE id = $1", {id});
    std::optional<std::string> hash;
    if (rows.next())
        hash = std::string(rows.text(0));
    TP_CHECK(rows.finish());
    return hash;
}

} // namespace tp::inventory
