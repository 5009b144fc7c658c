// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/orderstore.h"

#include "backend/orders/orderrowstore.h"

using namespace Qt::StringLiterals;

namespace tp::orders {
namespace {

std::optional<qint64> minorOf(const std::optional<Money> &money)
{
    return money ? std::optional(money->minor()) : std::nullopt;
}

Error numberTaken(const Error &error)
{
    if (storage::constraintOf(error) == "orders.number")
        return {ErrorCode::NumberTaken, u"another order has this number"_s, {}};
    return error;
}

Result<void> insertLine(storage::UnitOfWork &work, OrderId order, const OrderLine &line,
                        qsizetype position)
{
    TP_CHECK(work.execute(
        "INSERT INTO order_lines (id, order_id, position, product_id, sku, name, quantity, "
        "unit_price, discount, tax_rate, tax, net, total, note) VALUES ($1, $2, $3, $4, $5, $6, "
        "$7, $8, $9, $10, $11, $12, $13, $14)",
        {line.id, order, qint64(position), line.productId, line.sku, line.name,
         line.quantity.thousandths(), line.unitPrice.minor(), line.discount.minor(),
         line.taxRatePpm, line.tax.minor(), line.net.minor(), line.total.minor(), line.note}));
    return {};
}

} // namespace

Result<void> OrderStore::insert(storage::UnitOfWork &work, const Order &order,
                                const std::string &createHash)
{
    const auto inserted = work.execute(
        "INSERT INTO orders (id, number, channel, status, register_id, user_id, sold_by, "
        "user_email, customer_id, delivery_address, description, currency, tax_included, "
        "tax_rounding, cash_step, subtotal, discount_total, tax_total, total, expected_total, "
        "saga_id, version, create_hash, sold_at, created_at, updated_at) VALUES ($1, $2, $3, $4, "
        "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 1, $22, "
        "$23, $24, $24)",
        {order.id,
         order.number,
         order.isWeb ? "web" : "pos",
         nameOf(order.state),
         order.registerId,
         order.userId,
         order.soldBy,
         order.userEmail,
         order.customerId,
         order.deliveryAddress,
         order.description,
         order.rules.currency.code(),
         order.rules.taxMode == pricing::TaxMode::Included,
         order.rules.taxRounding == pricing::TaxRounding::Line ? "line" : "group",
         order.rules.cashStepMinor,
         order.subtotal.minor(),
         order.discountTotal.minor(),
         order.taxTotal.minor(),
         order.total.minor(),
         minorOf(order.expectedTotal),
         order.sagaId,
         createHash,
         order.soldAtMs,
         work.nowMs()});
    if (!inserted)
        return numberTaken(inserted.error());
    for (qsizetype i = 0; i < order.lines.size(); ++i)
        TP_CHECK(insertLine(work, order.id, order.lines.at(i), i));
    return {};
}

Result<std::optional<std::string>> OrderStore::createHashOf(storage::Session &session, OrderId id)
{
    auto rows = session.query("SELECT create_hash FROM orders WHERE id = $1", {id});
    std::optional<std::string> hash;
    if (rows.next())
        hash = std::string(rows.text(0));
    TP_CHECK(rows.finish());
    return hash;
}

Result<Order> OrderStore::find(storage::Session &session, OrderId id)
{
    TP_TRY(auto order, readOrder(session, id));
    if (!order)
        return Error{ErrorCode::NotFound, u"there is no such order"_s, {}};
    return *std::move(order);
}

Result<Order> OrderStore::locked(storage::UnitOfWork &work, OrderId id)
{
    // SQLite has one writer and no row locks.
    if (work.dialect() == storage::Dialect::Postgres) {
        auto rows = work.query("SELECT 1 FROM orders WHERE id = $1 FOR UPDATE", {id});
        rows.next();
        TP_CHECK(rows.finish());
    }
    return find(work, id);
}

Result<bool> OrderStore::isBusy(storage::Session &session, OrderId id)
{
    auto rows = session.query("SELECT 1 FROM open_sagas WHERE subject_id = $1", {id});
    const bool isBusy = rows.next();
    TP_CHECK(rows.finish());
    return isBusy;
}

Result<Order> OrderStore::lockedHead(storage::UnitOfWork &work, OrderId id)
{
    TP_TRY(auto order, readHead(work, id, true));
    if (!order)
        return Error{ErrorCode::NotFound, u"there is no such order"_s, {}};
    return *std::move(order);
}

Result<void> OrderStore::update(storage::UnitOfWork &work, const Order &order)
{
    std::optional<std::string> failureCode;
    std::optional<QString> failureDetail;
    if (order.failure) {
        failureCode = order.failure->code;
        failureDetail = order.failure->detail;
    }
    const auto updated =
        work.execute("UPDATE orders SET number = $2, status = $3, rounding = $4, paid_total = $5, "
                     "refunded_total = $6, change_due = $7, saga_id = $8, failure_code = $9, "
                     "failure_detail = $10, version = version + 1, updated_at = $11 WHERE id = $1",
                     {order.id, order.number, nameOf(order.state), order.rounding.minor(),
                      order.paidTotal.minor(), order.refundedTotal.minor(), order.changeDue.minor(),
                      order.sagaId, failureCode, failureDetail, work.nowMs()});
    return updated ? Result<void>() : numberTaken(updated.error());
}

Result<void> OrderStore::updateTexts(storage::UnitOfWork &work, const Order &order)
{
    TP_CHECK(work.execute(
        "UPDATE orders SET delivery_address = $2, description = $3, "
        "customer_id = $4, version = version + 1, updated_at = $5 WHERE id = $1",
        {order.id, order.deliveryAddress, order.description, order.customerId, work.nowMs()}));
    return {};
}

Result<void> OrderStore::setNote(storage::UnitOfWork &work, OrderLineId line, const QString &note)
{
    TP_CHECK(work.execute("UPDATE order_lines SET note = $2 WHERE id = $1", {line, note}));
    return {};
}

Result<void> OrderStore::setReturned(storage::UnitOfWork &work, const OrderLine &line)
{
    TP_CHECK(work.execute("UPDATE order_lines SET returned = $2 WHERE id = $1",
                          {line.id, line.returned.thousandths()}));
    return {};
}

Result<void> OrderStore::tell(storage::UnitOfWork &work, OrderId order, std::string_view what,
                              const QString &text, const QString &actor)
{
    std::optional<QString> who;
    if (!actor.isEmpty())
        who = actor;
    TP_CHECK(work.execute(
        "INSERT INTO order_events (order_id, seq, at, what, text, actor) VALUES ($1, (SELECT "
        "coalesce(MAX(seq), 0) + 1 FROM order_events WHERE order_id = $1), $2, $3, $4, $5)",
        {order, work.nowMs(), what, text, who}));
    return {};
}

Result<qint64> OrderStore::takeNumber(storage::UnitOfWork &work, std::string_view series)
{
    auto rows = work.query("INSERT INTO number_series (series, next) VALUES ($1, 2) "
                           "ON CONFLICT (series) DO UPDATE SET next = number_series.next + 1 "
                           "RETURNING next - 1",
                           {series});
    const qint64 number = rows.next() ? rows.integer(0) : 0;
    TP_CHECK(rows.finish());
    return number;
}

Result<void> OrderStore::callForAttention(storage::UnitOfWork &work, std::string_view kind,
                                          OrderId order, const QString &detail)
{
    TP_CHECK(work.execute(
        "INSERT INTO attention (id, at, kind, order_id, detail) VALUES ($1, $2, $3, $4, $5)",
        {work.newId(), work.nowMs(), kind, order, detail}));
    return {};
}

} // namespace tp::orders
