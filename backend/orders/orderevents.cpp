// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/orderevents.h"

#include "backend/contract/saleevents.h"

namespace tp::orders {
namespace {

contract::OrderEventData dataOf(const Order &order)
{
    contract::OrderEventData data;
    data.id = order.id;
    data.number = order.number;
    data.channel = order.isWeb ? contract::Channel::Web : contract::Channel::Pos;
    data.status = contract::fromWireName<contract::OrderStatus>(nameOf(order.state))
                      .value_or(contract::OrderStatus::Pending);
    data.registerId = order.registerId;
    if (!order.userId.isEmpty())
        data.userId = order.userId;
    data.total = order.total;
    data.paidTotal = order.paidTotal;
    data.refundedTotal = order.refundedTotal;
    if (order.failure)
        data.failure = QString::fromStdString(order.failure->code);
    data.version = order.version;
    return data;
}

contract::EventType typeOf(OrderState state)
{
    switch (state) {
    case OrderState::Pending:
        return contract::EventType::OrderReleased;
    case OrderState::Reserved:
        return contract::EventType::OrderReserved;
    case OrderState::Confirmed:
        return contract::EventType::OrderConfirmed;
    case OrderState::Fulfilled:
        return contract::EventType::OrderFulfilled;
    case OrderState::Completed:
        return contract::EventType::OrderCompleted;
    case OrderState::Cancelled:
        return contract::EventType::OrderCancelled;
    case OrderState::Rejected:
        return contract::EventType::OrderRejected;
    case OrderState::PartiallyReturned:
        return contract::EventType::OrderPartiallyReturned;
    case OrderState::Returned:
        return contract::EventType::OrderReturned;
    case OrderState::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

void OrderEvents::tell(storage::UnitOfWork &work, const Order &order, contract::EventType type)
{
    events::Outbox::tellAtEnd(work, order.id.toString(), [order, type] {
        return events::Event{
            type, order.id.toString(), contract::OrderEventData::object().toJson(dataOf(order)),
            events::Audience::whoMay(Permission::OrdersReadAll, order.userId.toStdString())};
    });
}

void OrderEvents::tellState(storage::UnitOfWork &work, const Order &order)
{
    tell(work, order, typeOf(order.state));
}

Result<void> OrderEvents::callForAttention(storage::UnitOfWork &work, std::string_view kind,
                                           OrderId order, const QString &detail)
{
    const contract::AttentionEventData data{QString::fromUtf8(kind.data(), qsizetype(kind.size())),
                                            order, detail};
    return events::Outbox::add(work, {contract::EventType::AttentionRaised, order.toString(),
                                      contract::AttentionEventData::object().toJson(data),
                                      events::Audience::whoMay(Permission::OrdersReadAll)});
}

} // namespace tp::orders
