// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/returnservice.h"

#include "backend/journal/auditlog.h"
#include "backend/kernel/fielderrors.h"
#include "backend/orchestration/refund.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/paymentservice.h"
#include "backend/payments/refundservice.h"
#include "backend/pricing/refund.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using contract::RefundLine;
using orders::Order;
using orders::OrderLine;
using orders::OrderState;
using payments::Payment;
using payments::RefundService;
using storage::UnitOfWork;

Error notNow(const QString &why)
{
    return {ErrorCode::IllegalTransition, why, {}};
}

bool isSold(const Order &order)
{
    return orders::OrderTransitions.next(order.state, orders::OrderEvent::ReturnSome).has_value();
}

const OrderLine *lineOf(const Order &order, OrderLineId id)
{
    const auto found = std::find_if(order.lines.begin(), order.lines.end(),
                                    [id](const OrderLine &line) { return line.id == id; });
    return found == order.lines.end() ? nullptr : &*found;
}

/// The lines, and what they are worth in all.
struct LinesBack
{
    QList<MoneyBack::Line> lines;
    Money worth;
};

Result<LinesBack> linesBack(const Order &order, const QList<RefundLine> &wanted)
{
    LinesBack back{{}, Money::zero(order.rules.currency)};
    FieldErrors faults;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const RefundLine &one = wanted.at(i);
        const OrderLine *line = lineOf(order, one.lineId);
        const bool isSaidBefore =
            std::any_of(back.lines.begin(), back.lines.end(),
                        [&](const MoneyBack::Line &other) { return other.line == one.lineId; });
        if (!line || isSaidBefore) {
            faults.add(u"/lines/%1/line_id"_s.arg(i), ErrorCode::UnknownReference,
                       line ? u"this line stands here twice"_s : u"the order has no such line"_s);
            continue;
        }
        const auto worth = pricing::refundOf({line->discount, line->tax, line->net, line->total},
                                             line->quantity, line->returned, one.quantity);
        if (!worth) {
            faults.add(u"/lines/%1/quantity"_s.arg(i), ErrorCode::OutOfRange, worth.error().detail);
            continue;
        }
        back.lines.append({line->id, one.quantity, one.restock});
        TP_TRY(back.worth, back.worth.plus(worth->total));
    }
    TP_CHECK(faults.result());
    return back;
}

Error exceeds()
{
    return {ErrorCode::RefundExceedsCaptured, u"so much is not left of what was paid"_s, {}};
}

/// Of which payments an amount is given back: the last first.
Result<QList<MoneyBack::Part>> spread(const QList<Payment> &payments, Money amount)
{
    QList<MoneyBack::Part> parts;
    qint64 open = amount.minor();
    for (auto payment = payments.rbegin(); payment != payments.rend() && open > 0; ++payment) {
        const qint64 part = std::min(open, RefundService::left(*payment).minor());
        if (part > 0)
            parts.append({payment->id, part});
        open -= part;
    }
    if (open > 0)
        return exceeds();
    return parts;
}

/// So much of one payment: as said, else what the lines are worth, else all that is left.
Result<Money> amountBack(const Payment &payment, const contract::NewRefund &body,
                         const std::optional<LinesBack> &lines)
{
    const Money left = RefundService::left(payment);
    const Money amount = body.amount.value_or(lines ? lines->worth : left);
    if (amount.currency() != left.currency()) {
        return atMember(u"/amount"_s, ErrorCode::CurrencyMismatch,
                        u"the payment is in another currency"_s);
    }
    if (lines && amount.minor() > lines->worth.minor()) {
        return atMember(u"/amount"_s, ErrorCode::OutOfRange, u"the lines are not worth so much"_s);
    }
    if (amount.minor() > left.minor() || left.minor() == 0)
        return exceeds();
    return amount;
}

} // namespace

Result<OrderId> orderPaidBy(UnitOfWork &work, PaymentId payment)
{
    storage::Rows rows = work.query("SELECT order_id FROM order_payments WHERE payment_id = $1",
                                    {payment.toString()});
    std::optional<OrderId> order;
    if (rows.next())
        order = OrderId::parse(rows.text(0));
    TP_CHECK(rows.finish());
    if (!order)
        return Error{ErrorCode::NotFound, u"There is no such payment"_s, {}};
    return *order;
}

Result<saga::Standing> ReturnService::begin(UnitOfWork &work, std::string_view kind, OrderId order,
                                            const MoneyBack &back) const
{
    return m_sagas.start(work,
                         {.kind = kind, .subject = order.uuid(), .data = back.toData(), .id = {}});
}

Result<saga::Standing> ReturnService::refund(UnitOfWork &work, PaymentId id,
                                             const contract::NewRefund &body,
                                             const Origin &origin) const
{
    TP_TRY(const OrderId orderId, orderPaidBy(work, id));
    TP_TRY(const Order order, orders::OrderStore::locked(work, orderId));
    TP_CHECK(orders::OrderService::checkIdle(work, order.id));
    TP_TRY(const Payment payment, payments::PaymentService().held(work, id));
    std::optional<LinesBack> lines;
    if (!body.lines.isEmpty()) {
        if (!isSold(order))
            return notNow(u"nothing of this order can come back"_s);
        TP_TRY(lines, linesBack(order, body.lines));
    }
    TP_TRY(const Money amount, amountBack(payment, body, lines));
    MoneyBack back{.origin = origin, .reason = body.reason, .parts = {}, .lines = {}};
    if (amount.minor() > 0)
        back.parts.append({id, amount.minor()});
    if (lines)
        back.lines = lines->lines;
    return begin(work, Refund.name, order.id, back);
}

Result<saga::Standing> ReturnService::takeBack(UnitOfWork &work, Order order,
                                               const contract::NewReturn &body,
                                               const Origin &origin) const
{
    TP_CHECK(orders::OrderService::checkIdle(work, order.id));
    if (!isSold(order))
        return notNow(u"nothing of this order can come back"_s);
    TP_TRY(const LinesBack lines, linesBack(order, body.lines));
    TP_TRY(const auto payments, payments::PaymentService().heldOfOrder(work, order.id));
    TP_TRY(const auto parts, spread(payments, lines.worth));
    return begin(work, Refund.name, order.id, {origin, body.reason, parts, lines.lines});
}

Result<saga::Standing> ReturnService::cancel(UnitOfWork &work, Order order,
                                             const Origin &origin) const
{
    TP_CHECK(orders::OrderService::checkIdle(work, order.id));
    const payments::PaymentService service;
    TP_TRY(const auto payments, service.heldOfOrder(work, order.id));
    if (order.state == OrderState::Confirmed) {
        MoneyBack back{.origin = origin, .reason = u"cancelled"_s, .parts = {}, .lines = {}};
        for (const Payment &payment : payments) {
            if (const Money left = RefundService::left(payment); left.minor() > 0)
                back.parts.append({payment.id, left.minor()});
        }
        return begin(work, Cancel.name, order.id, back);
    }
    TP_CHECK(orders::OrderService::cancel(work, order, origin));
    for (const Payment &payment : payments) {
        if (payment.state == payments::PaymentState::Pending)
            TP_CHECK(service.cancel(work, payment.id, "cancelled:" + payment.id.toString()));
    }
    TP_CHECK(journal::AuditLog::add(work, origin, {"order.cancelled", order.id.toString()}));
    return saga::Standing{};
}

} // namespace tp::orchestration
