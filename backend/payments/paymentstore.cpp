// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentstore.h"

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

// clang-format off
#define TP_STORED_PAYMENT                                                                          \
    "SELECT id, order_id, user_id, position, method, gateway, status, currency, amount, "          \
    "rounding, tendered, change, captured, refunded, refunding, refunded_amount, "                 \
    "refunding_amount, token, reference, note, failure, create_hash, version, created_at, "        \
    "updated_at FROM payments "

/// SQLite has one writer and no row locks; its parser does not know the words either.
constexpr std::string_view FindSqlite = TP_STORED_PAYMENT "WHERE id = $1";
constexpr std::string_view FindPostgres = TP_STORED_PAYMENT "WHERE id = $1 FOR UPDATE";
constexpr std::string_view OfOrderSqlite =
    TP_STORED_PAYMENT "WHERE order_id = $1 ORDER BY position, id";
constexpr std::string_view OfOrderPostgres =
    TP_STORED_PAYMENT "WHERE order_id = $1 ORDER BY position, id FOR UPDATE";
#undef TP_STORED_PAYMENT

constexpr std::string_view Insert =
    "INSERT INTO payments (id, order_id, user_id, position, method, gateway, status, currency, "
    "amount, rounding, tendered, change, captured, token, reference, note, create_hash, version, "
    "created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
    "$15, $16, $17, $18, $19, $20) ON CONFLICT (id) DO NOTHING";

constexpr std::string_view Update =
    "UPDATE payments SET status = $2, captured = $3, refunded = $4, refunding = $5, "
    "refunded_amount = $6, refunding_amount = $7, token = $8, reference = $9, note = $10, "
    "failure = $11, version = $12, updated_at = $13 WHERE id = $1";
// clang-format on

std::optional<std::string> textOrNothing(const storage::Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(std::string(rows.text(column)));
}

Error brokenRow()
{
    return {ErrorCode::Internal, u"A payment in the database cannot be read"_s, {}};
}

/// The database's checks have seen all of this before, so what does not fit is a broken row.
Result<Payment> paymentOf(const storage::Rows &rows)
{
    const auto id = PaymentId::parse(rows.text(0));
    const auto order = OrderId::parse(rows.text(1));
    const auto method = methodFromName(rows.text(4));
    const auto state = paymentStateFromName(rows.text(6));
    const auto currency = Currency::fromCode(rows.text(7));
    if (!id || !order || !method || !state || !currency)
        return brokenRow();
    const auto money = [&](int column) {
        return Money::fromMinor(rows.integer(column), *currency);
    };
    TP_TRY(const Money amount, money(8));
    TP_TRY(const Money rounding, money(9));
    TP_TRY(const Money tendered, money(10));
    TP_TRY(const Money change, money(11));
    TP_TRY(const Money captured, money(12));
    TP_TRY(const Money refunded, money(13));
    TP_TRY(const Money refunding, money(14));
    TP_TRY(const Money refundedAmount, money(15));
    TP_TRY(const Money refundingAmount, money(16));
    return Payment{.id = *id,
                   .orderId = *order,
                   .userId = std::string(rows.text(2)),
                   .position = rows.integer(3),
                   .method = *method,
                   .gateway = std::string(rows.text(5)),
                   .state = *state,
                   .amount = amount,
                   .rounding = rounding,
                   .tendered = tendered,
                   .change = change,
                   .captured = captured,
                   .refunded = refunded,
                   .refunding = refunding,
                   .refundedAmount = refundedAmount,
                   .refundingAmount = refundingAmount,
                   .token = textOrNothing(rows, 17),
                   .reference = textOrNothing(rows, 18),
                   .note = QString::fromStdString(std::string(rows.text(19))),
                   .failure = textOrNothing(rows, 20),
                   .createHash = std::string(rows.text(21)),
                   .version = rows.integer(22),
                   .createdAtMs = rows.integer(23),
                   .updatedAtMs = rows.integer(24)};
}

Result<PaymentEntry> entryOf(const storage::Rows &rows, Currency currency)
{
    const auto action = actionFromName(rows.text(2));
    const auto outcome = outcomeFromName(rows.text(3));
    if (!action || !outcome)
        return brokenRow();
    TP_TRY(const Money amount, Money::fromMinor(rows.integer(6), currency));
    TP_TRY(const Money share, Money::fromMinor(rows.integer(7), currency));
    return PaymentEntry{.seq = rows.integer(0),
                        .atMs = rows.integer(1),
                        .action = *action,
                        .outcome = *outcome,
                        .code = textOrNothing(rows, 4),
                        .key = std::string(rows.text(5)),
                        .amount = amount,
                        .share = share};
}

bool isPostgres(const storage::UnitOfWork &work)
{
    return work.dialect() == storage::Dialect::Postgres;
}

} // namespace

Result<bool> PaymentStore::insert(storage::UnitOfWork &work, const Payment &payment)
{
    TP_TRY(const qint64 inserted,
           work.execute(Insert, {payment.id,
                                 payment.orderId,
                                 payment.userId.empty() ? storage::Value(std::nullopt)
                                                        : storage::Value(payment.userId),
                                 payment.position,
                                 nameOf(payment.method),
                                 payment.gateway,
                                 nameOf(payment.state),
                                 payment.amount.currency().code(),
                                 payment.amount.minor(),
                                 payment.rounding.minor(),
                                 payment.tendered.minor(),
                                 payment.change.minor(),
                                 payment.captured.minor(),
                                 payment.token,
                                 payment.reference,
                                 payment.note,
                                 payment.createHash,
                                 payment.version,
                                 payment.createdAtMs,
                                 payment.updatedAtMs}));
    return inserted > 0;
}

Result<std::optional<Payment>> PaymentStore::held(storage::UnitOfWork &work, PaymentId id)
{
    auto rows = work.query(isPostgres(work) ? FindPostgres : FindSqlite, {id});
    std::optional<Payment> found;
    if (rows.next()) {
        TP_TRY(found, paymentOf(rows));
    }
    TP_CHECK(rows.finish());
    return found;
}

Result<QList<Payment>> PaymentStore::heldOfOrder(storage::UnitOfWork &work, OrderId order)
{
    auto rows = work.query(isPostgres(work) ? OfOrderPostgres : OfOrderSqlite, {order});
    QList<Payment> found;
    while (rows.next()) {
        TP_TRY(Payment payment, paymentOf(rows));
        found.append(std::move(payment));
    }
    TP_CHECK(rows.finish());
    return found;
}

Result<void> PaymentStore::update(storage::UnitOfWork &work, const Payment &payment)
{
    const auto updated =
        work.execute(Update, {payment.id, nameOf(payment.state), payment.captured.minor(),
                              payment.refunded.minor(), payment.refunding.minor(),
                              payment.refundedAmount.minor(), payment.refundingAmount.minor(),
                              payment.token, payment.reference, payment.note, payment.failure,
                              payment.version, payment.updatedAtMs});
    if (updated)
        return {};
    const std::string constraint = storage::constraintOf(updated.error());
    if (constraint == "payments_refunded" || constraint == "payments_refunded_amount") {
        return Error{
            ErrorCode::RefundExceedsCaptured, u"More would be given back than was taken"_s, {}};
    }
    return updated.error();
}

Result<PaymentBook> PaymentStore::book(storage::UnitOfWork &work, const Payment &payment)
{
    auto rows = work.query("SELECT seq, at, action, outcome, code, key, amount, share "
                           "FROM payment_entries WHERE payment_id = $1 ORDER BY seq",
                           {payment.id});
    QList<PaymentEntry> entries;
    while (rows.next()) {
        TP_TRY(PaymentEntry entry, entryOf(rows, payment.amount.currency()));
        entries.append(std::move(entry));
    }
    TP_CHECK(rows.finish());
    return PaymentBook(std::move(entries));
}

Result<void> PaymentStore::append(storage::UnitOfWork &work, PaymentId id,
                                  const PaymentEntry &entry)
{
    const auto appended = work.execute(
        "INSERT INTO payment_entries (payment_id, seq, at, action, outcome, code, key, amount, "
        "share) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {id, entry.seq, entry.atMs, nameOf(entry.action), nameOf(entry.outcome), entry.code,
         entry.key, entry.amount.minor(), entry.share.minor()});
    if (appended)
        return {};
    if (storage::constraintOf(appended.error()) == "payment_entries.key, payment_entries.outcome")
        return Error{ErrorCode::Conflict, u"This key stands for another act"_s, {}};
    return appended.error();
}

} // namespace tp::payments
