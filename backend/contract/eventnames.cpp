// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/eventnames.h"

#include <array>

namespace tp::contract {
namespace {

constexpr std::array EventNames{
    WireName{EventType::ProductCreated, "product.created"},
    WireName{EventType::ProductChanged, "product.changed"},
    WireName{EventType::ProductArchived, "product.archived"},
    WireName{EventType::ProductDeleted, "product.deleted"},
    WireName{EventType::ProductsImported, "products.imported"},
    WireName{EventType::CategoryCreated, "category.created"},
    WireName{EventType::CategoryChanged, "category.changed"},
    WireName{EventType::CategoryDeleted, "category.deleted"},
    WireName{EventType::LocationCreated, "location.created"},
    WireName{EventType::StockChanged, "stock.changed"},
    WireName{EventType::StockLow, "stock.low"},
    WireName{EventType::OrderPlaced, "order.placed"},
    WireName{EventType::OrderChanged, "order.changed"},
    WireName{EventType::OrderReserved, "order.reserved"},
    WireName{EventType::OrderReleased, "order.released"},
    WireName{EventType::OrderConfirmed, "order.confirmed"},
    WireName{EventType::OrderRejected, "order.rejected"},
    WireName{EventType::OrderCancelled, "order.cancelled"},
    WireName{EventType::OrderFulfilled, "order.fulfilled"},
    WireName{EventType::OrderCompleted, "order.completed"},
    WireName{EventType::OrderPartiallyReturned, "order.partially_returned"},
    WireName{EventType::OrderReturned, "order.returned"},
    WireName{EventType::PaymentCreated, "payment.created"},
    WireName{EventType::PaymentChanged, "payment.changed"},
    WireName{EventType::PaymentAuthorized, "payment.authorized"},
    WireName{EventType::PaymentCaptured, "payment.captured"},
    WireName{EventType::PaymentPartiallyRefunded, "payment.partially_refunded"},
    WireName{EventType::PaymentRefunded, "payment.refunded"},
    WireName{EventType::PaymentVoided, "payment.voided"},
    WireName{EventType::PaymentFailed, "payment.failed"},
    WireName{EventType::PaymentUnknown, "payment.unknown"},
    WireName{EventType::SagaStuck, "saga.stuck"},
    WireName{EventType::SagaEnded, "saga.ended"},
    WireName{EventType::AttentionRaised, "attention.raised"},
    WireName{EventType::SettingsChanged, "settings.changed"},
    WireName{EventType::RegisterCreated, "register.created"},
    WireName{EventType::RegisterChanged, "register.changed"},
    WireName{EventType::RegisterClaimed, "register.claimed"},
    WireName{EventType::UserCreated, "user.created"},
    WireName{EventType::UserChanged, "user.changed"},
};
static_assert(EventNames.size() == std::size_t(EventType::Count));

} // namespace

std::span<const WireName<EventType>> wireNames(EventType)
{
    return EventNames;
}

} // namespace tp::contract
