// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentevents.h"

#include "backend/contract/saleevents.h"

namespace tp::payments {
namespace {

contract::PaymentEventData dataOf(const Payment &payment)
{
    contract::PaymentEventData data;
    data.id = payment.id;
    data.orderId = payment.orderId;
    data.method = contract::fromWireName<contract::PaymentMethod>(nameOf(payment.method))
                      .value_or(contract::PaymentMethod::Cash);
    data.status = contract::fromWireName<contract::PaymentStatus>(nameOf(payment.state))
                      .value_or(contract::PaymentStatus::Unknown);
    data.amount = payment.amount;
    data.captured = payment.captured;
    data.refunded = payment.refunded;
    if (payment.failure)
        data.failure = QString::fromStdString(*payment.failure);
    data.version = payment.version;
    return data;
}

contract::EventType typeOf(PaymentState state)
{
    switch (state) {
    case PaymentState::Pending:
        return contract::EventType::PaymentCreated;
    case PaymentState::Authorized:
        return contract::EventType::PaymentAuthorized;
    case PaymentState::Captured:
        return contract::EventType::PaymentCaptured;
    case PaymentState::PartiallyRefunded:
        return contract::EventType::PaymentPartiallyRefunded;
    case PaymentState::Refunded:
        return contract::EventType::PaymentRefunded;
    case PaymentState::Voided:
        return contract::EventType::PaymentVoided;
    case PaymentState::Failed:
        return contract::EventType::PaymentFailed;
    case PaymentState::Unknown:
        return contract::EventType::PaymentUnknown;
    case PaymentState::Count:
        break;
    }
    Q_UNREACHABLE();
}

void tellAs(storage::UnitOfWork &work, const Payment &payment, contract::EventType type)
{
    events::Outbox::tellAtEnd(work, payment.id.toString(), [payment, type] {
        return events::Event{type, payment.id.toString(),
                             contract::PaymentEventData::object().toJson(dataOf(payment)),
                             events::Audience::whoMay(Permission::PaymentsReadAll, payment.userId)};
    });
}

} // namespace

void PaymentEvents::tell(storage::UnitOfWork &work, const Payment &payment)
{
    tellAs(work, payment, typeOf(payment.state));
}

void PaymentEvents::tellChanged(storage::UnitOfWork &work, const Payment &payment)
{
    tellAs(work, payment, contract::EventType::PaymentChanged);
}

} // namespace tp::payments
