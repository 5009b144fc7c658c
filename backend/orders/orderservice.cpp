// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/orderservice.h"

#include "backend/orders/orderevents.h"
#include "backend/orders/orderstore.h"

using namespace Qt::StringLiterals;

namespace tp::orders {

QString numberText(const QString &series, qint64 number)
{
    return u"%1-%2"_s.arg(series).arg(number, 6, 10, QChar(u'0'));
}

Result<void> OrderService::checkIdle(storage::UnitOfWork &work, OrderId order)
{
    TP_TRY(const bool isBusy, OrderStore::isBusy(work, order));
    if (isBusy)
        return Error{
            ErrorCode::IllegalTransition, u"something else is being done with this order"_s, {}};
    return {};
}

Result<void> OrderService::move(storage::UnitOfWork &work, Order &order, OrderEvent event,
                                std::string_view what, const QString &text, const Origin &origin)
{
    const auto next = OrderTransitions.next(order.state, event);
    if (!next) {
        const std::string_view state = nameOf(order.state);
        return Error{
            ErrorCode::IllegalTransition,
            u"the order is %1"_s.arg(QString::fromUtf8(state.data(), qsizetype(state.size()))),
            {}};
    }
    if (*next == order.state && event != OrderEvent::ReturnSome)
        return {}; // Said again: it is so already.
    order.state = *next;
    TP_CHECK(OrderStore::update(work, order));
    ++order.version;
    OrderEvents::tellState(work, order);
    return OrderStore::tell(work, order.id, what, text, QString::fromStdString(origin.actor));
}

Result<bool> OrderService::place(storage::UnitOfWork &work, const Order &order,
                                 const std::string &createHash, const Origin &origin)
{
    TP_TRY(const auto before, OrderStore::createHashOf(work, order.id));
    if (before && *before == createHash)
        return false;
    if (before)
        return Error{ErrorCode::IdTaken, u"this id names another order"_s, {}};
    TP_CHECK(OrderStore::insert(work, order, createHash));
    OrderEvents::tell(work, order, contract::EventType::OrderPlaced);
    TP_CHECK(OrderStore::tell(work, order.id, "placed", u"Placed"_s,
                              QString::fromStdString(origin.actor)));
    return true;
}

Result<void> OrderService::reserve(storage::UnitOfWork &work, Order &order, const Origin &origin)
{
    return move(work, order, OrderEvent::Reserve, "reserved", u"Goods set aside"_s, origin);
}

Result<void> OrderService::release(storage::UnitOfWork &work, Order &order, const Origin &origin)
{
    return move(work, order, OrderEvent::Release, "released", u"Goods put back"_s, origin);
}

Result<void> OrderService::notePaid(storage::UnitOfWork &work, Order &order, const Paid &paid)
{
    order.paidTotal = paid.paid;
    order.rounding = paid.rounding;
    order.changeDue = paid.change;
    TP_CHECK(OrderStore::update(work, order));
    ++order.version;
    OrderEvents::tell(work, order, contract::EventType::OrderChanged);
    return OrderStore::tell(work, order.id, "paid", u"Paid"_s, {});
}

Result<void> OrderService::confirm(storage::UnitOfWork &work, Order &order, const QString &series,
                                   const Origin &origin)
{
    if (!order.number) {
        TP_TRY(const qint64 number, OrderStore::takeNumber(work, series.toStdString()));
        order.number = numberText(series, number);
    }
    return move(work, order, OrderEvent::Confirm, "confirmed",
                u"Confirmed as %1"_s.arg(*order.number), origin);
}

Result<void> OrderService::reject(storage::UnitOfWork &work, Order &order,
                                  const OrderFailure &failure, const Origin &origin)
{
    order.failure = failure;
    return move(work, order, OrderEvent::Reject, "rejected", u"Rejected: %1"_s.arg(failure.detail),
                origin);
}

Result<void> OrderService::cancel(storage::UnitOfWork &work, Order &order, const Origin &origin)
{
    return move(work, order, OrderEvent::Cancel, "cancelled", u"Cancelled"_s, origin);
}

Result<void> OrderService::fulfil(storage::UnitOfWork &work, Order &order, const Origin &origin)
{
    TP_CHECK(checkIdle(work, order.id));
    return move(work, order, OrderEvent::Fulfil, "fulfilled", u"Ready to be handed over"_s, origin);
}

Result<void> OrderService::complete(storage::UnitOfWork &work, Order &order, const Origin &origin)
{
    TP_CHECK(checkIdle(work, order.id));
    return move(work, order, OrderEvent::Complete, "completed", u"Handed over"_s, origin);
}

Result<void> OrderService::callForAttention(storage::UnitOfWork &work, OrderId order,
                                            std::string_view kind, const QString &detail)
{
    TP_CHECK(OrderStore::callForAttention(work, kind, order, detail));
    return OrderEvents::callForAttention(work, kind, order, detail);
}

Result<void> OrderService::noteRefund(storage::UnitOfWork &work, Order &order, Money refunded,
                                      const QString &why, const Origin &origin)
{
    if (!order.paidTotal.isZero()) {
        TP_TRY(order.refundedTotal, order.refundedTotal.plus(refunded));
    }
    TP_CHECK(OrderStore::update(work, order));
    ++order.version;
    OrderEvents::tell(work, order, contract::EventType::OrderChanged);
    return OrderStore::tell(work, order.id, "refunded", u"Money given back: %1"_s.arg(why),
                            QString::fromStdString(origin.actor));
}

Result<void> OrderService::takeBack(storage::UnitOfWork &work, Order &order,
                                    const QList<Returned> &lines, const QString &why,
                                    const Origin &origin)
{
    bool isAllBack = true;
    for (OrderLine &line : order.lines) {
        for (const Returned &one : lines) {
            if (one.line != line.id)
                continue;
            TP_TRY(line.returned, line.returned.plus(one.quantity));
            TP_CHECK(OrderStore::setReturned(work, line));
        }
        isAllBack = isAllBack && line.returned == line.quantity;
    }
    return move(work, order, isAllBack ? OrderEvent::ReturnAll : OrderEvent::ReturnSome, "returned",
                u"Goods came back: %1"_s.arg(why), origin);
}

} // namespace tp::orders
