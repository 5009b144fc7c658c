// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/eventobjects.h"

#include "backend/contract/saleevents.h"
#include "backend/contract/shopevents.h"

namespace tp::contract {

const AnyObject &eventDataObject(EventType type)
{
    using enum EventType;
    switch (type) {
    case ProductCreated:
    case ProductChanged:
    case ProductArchived:
    case ProductDeleted:
        return ProductEventData::object();
    case ProductsImported:
        return ProductsImportedEventData::object();
    case CategoryCreated:
    case CategoryChanged:
    case CategoryDeleted:
        return CategoryEventData::object();
    case LocationCreated:
        return LocationEventData::object();
    case StockChanged:
        return StockEventData::object();
    case StockLow:
        return StockLowEventData::object();
    case OrderPlaced:
    case OrderChanged:
    case OrderReserved:
    case OrderReleased:
    case OrderConfirmed:
    case OrderRejected:
    case OrderCancelled:
    case OrderFulfilled:
    case OrderCompleted:
    case OrderPartiallyReturned:
    case OrderReturned:
        return OrderEventData::object();
    case PaymentCreated:
    case PaymentChanged:
    case PaymentAuthorized:
    case PaymentCaptured:
    case PaymentPartiallyRefunded:
    case PaymentRefunded:
    case PaymentVoided:
    case PaymentFailed:
    case PaymentUnknown:
        return PaymentEventData::object();
    case SagaStuck:
    case SagaEnded:
        return SagaEventData::object();
    case AttentionRaised:
        return AttentionEventData::object();
    case SettingsChanged:
        return VersionEventData::object();
    case RegisterCreated:
    case RegisterChanged:
    case RegisterClaimed:
        return RegisterEventData::object();
    case UserCreated:
    case UserChanged:
        return UserEventData::object();
    case Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace tp::contract
