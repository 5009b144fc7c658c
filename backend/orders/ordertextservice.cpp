// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orders/ordertextservice.h"

#include "backend/kernel/fielderrors.h"
#include "backend/orders/orderevents.h"
#include "backend/orders/orderstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::orders {

Result<Order> OrderTextService::found(storage::UnitOfWork &work, OrderId id)
{
    return OrderStore::locked(work, id);
}

Result<void> OrderTextService::change(storage::UnitOfWork &work, Order order,
                                      const OrderTexts &texts, bool isPendingOnly,
                                      const Origin &origin)
{
    if (isPendingOnly && order.state != OrderState::Pending)
        return Error{ErrorCode::IllegalTransition, u"the order is not pending any more"_s, {}};
    FieldErrors problems;
    for (qsizetype i = 0; i < texts.notes.size(); ++i) {
        const OrderTexts::Note &note = texts.notes.at(i);
        const bool isOurs =
            std::any_of(order.lines.begin(), order.lines.end(),
                        [&](const OrderLine &line) { return line.id == note.line; });
        if (isOurs) {
            TP_CHECK(OrderStore::setNote(work, note.line, note.text));
        } else {
            problems.add(u"/lines/%1/id"_s.arg(i), ErrorCode::UnknownReference,
                         u"the order has no such line"_s);
        }
    }
    TP_CHECK(problems.result());
    order.deliveryAddress = texts.deliveryAddress.value_or(order.deliveryAddress);
    order.description = texts.description.value_or(order.description);
    order.customerId = texts.customerId.value_or(order.customerId);
    TP_CHECK(OrderStore::updateTexts(work, order));
    ++order.version;
    OrderEvents::tell(work, order, contract::EventType::OrderChanged);
    return OrderStore::tell(work, order.id, "changed", u"Changed by hand"_s,
                            QString::fromStdString(origin.actor));
}

} // namespace tp::orders
