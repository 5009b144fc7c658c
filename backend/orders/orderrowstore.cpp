// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/orderrowstore.h"

namespace tp::orders {
namespace {

/// Reads the columns of a row one after the other.
class RowReader
{
public:
    RowReader(const storage::Rows &rows, Currency currency) : m_rows(rows), m_currency(currency) {}

    QString text()
    {
        const std::string_view text = m_rows.text(m_column++);
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    std::optional<QString> optionalText()
    {
        const bool isNull = m_rows.isNull(m_column);
        QString value = text();
        return isNull ? std::nullopt : std::optional(std::move(value));
    }
    qint64 integer() { return m_rows.integer(m_column++); }
    std::optional<qint64> optionalInteger()
    {
        const bool isNull = m_rows.isNull(m_column);
        const qint64 value = integer();
        return isNull ? std::nullopt : std::optional(value);
    }
    Money money() { return moneyOf(integer()); }
    std::optional<Money> optionalMoney()
    {
        const auto minor = optionalInteger();
        return minor ? std::optional(moneyOf(*minor)) : std::nullopt;
    }
    Quantity quantity() { return *Quantity::fromThousandths(integer()); }
    template <typename SomeId>
    std::optional<SomeId> id()
    {
        return SomeId::parse(m_rows.text(m_column++));
    }

private:
    /// The database's checks keep it in range.
    Money moneyOf(qint64 minor) const { return *Money::fromMinor(minor, m_currency); }

    const storage::Rows &m_rows;
    Currency m_currency;
    int m_column = 0;
};

Result<QList<OrderLine>> readLines(storage::Session &session, OrderId order, Currency currency)
{
    QList<OrderLine> lines;
    auto rows = session.query(
        "SELECT id, product_id, sku, name, quantity, unit_price, discount, tax_rate, tax, net, "
        "total, returned, note FROM order_lines WHERE order_id = $1 ORDER BY position",
        {order});
    while (rows.next()) {
        RowReader row(rows, currency);
        const auto id = row.id<OrderLineId>().value_or(OrderLineId());
        const auto product = row.id<ProductId>().value_or(ProductId());
        const QString sku = row.text();
        const QString name = row.text();
        const Quantity quantity = row.quantity();
        const Money unitPrice = row.money();
        const Money discount = row.money();
        const qint64 rate = row.integer();
        const Money tax = row.money();
        const Money net = row.money();
        const Money total = row.money();
        const Quantity returned = row.quantity();
        lines.append({id, product, sku, name, quantity, unitPrice, discount, rate, tax, net, total,
                      returned, row.text()});
    }
    TP_CHECK(rows.finish());
    return lines;
}

Order headIn(const storage::Rows &rows, OrderId id, Currency currency)
{
    RowReader row(rows, currency);
    row.text(); // The currency, which was read before.
    Order order(currency);
    order.id = id;
    order.number = row.optionalText();
    order.isWeb = row.text() == QStringLiteral("web");
    order.state = orderStateNamed(row.text().toStdString());
    order.registerId = row.id<RegisterId>();
    order.userId = row.text();
    order.soldBy = row.id<UserId>();
    order.userEmail = row.text();
    order.customerId = row.id<CustomerId>();
    order.deliveryAddress = row.text();
    order.description = row.text();
    order.rules.taxMode = row.integer() ? pricing::TaxMode::Included : pricing::TaxMode::Excluded;
    order.rules.taxRounding = row.text() == QStringLiteral("line") ? pricing::TaxRounding::Line
                                                                   : pricing::TaxRounding::Group;
    order.rules.cashStepMinor = row.integer();
    order.subtotal = row.money();
    order.discountTotal = row.money();
    order.taxTotal = row.money();
    order.total = row.money();
    order.expectedTotal = row.optionalMoney();
    order.rounding = row.money();
    order.paidTotal = row.money();
    order.refundedTotal = row.money();
    order.changeDue = row.money();
    order.sagaId = row.id<SagaId>();
    const auto failureCode = row.optionalText();
    const QString failureDetail = row.text();
    if (failureCode)
        order.failure = OrderFailure{failureCode->toStdString(), failureDetail};
    order.version = row.integer();
    order.soldAtMs = row.optionalInteger();
    return order;
}

// clang-format off
#define TP_ORDER_HEAD                                                                              \
    "SELECT currency, number, channel, status, register_id, user_id, sold_by, user_email, "        \
    "customer_id, delivery_address, description, tax_included, tax_rounding, cash_step, "          \
    "subtotal, discount_total, tax_total, total, expected_total, rounding, paid_total, "           \
    "refunded_total, change_due, saga_id, failure_code, failure_detail, version, sold_at "         \
    "FROM orders WHERE id = $1"
constexpr std::string_view Head = TP_ORDER_HEAD;
/// SQLite has one writer and no row locks.
constexpr std::string_view HeldHeadPostgres = TP_ORDER_HEAD " FOR UPDATE";
#undef TP_ORDER_HEAD
// clang-format on

} // namespace

Result<std::optional<Order>> readHead(storage::Session &session, OrderId id, bool isHeld)
{
    const bool isPostgres = session.dialect() == storage::Dialect::Postgres;
    auto rows = session.query(isHeld && isPostgres ? HeldHeadPostgres : Head, {id});
    std::optional<Order> order;
    if (rows.next())
        order = headIn(rows, id, *Currency::fromCode(rows.text(0)));
    TP_CHECK(rows.finish());
    return order;
}

Result<std::optional<Order>> readOrder(storage::Session &session, OrderId id)
{
    TP_TRY(auto order, readHead(session, id, false));
    if (order) {
        TP_TRY(order->lines, readLines(session, id, order->rules.currency));
    }
    return order;
}

} // namespace tp::orders
