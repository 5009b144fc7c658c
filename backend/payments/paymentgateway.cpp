// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentgateway.h"

namespace tp::payments {

void put(PaymentGateway &gateway, const GatewayAsk &ask, PaymentGateway::OnReply onReply)
{
    switch (ask.action) {
    case Action::Authorize:
        return gateway.authorize(ask.key, ask.amount, ask.token, std::move(onReply));
    case Action::Capture:
        return gateway.capture(ask.key, ask.reference, ask.amount, std::move(onReply));
    case Action::Void:
        return gateway.voidAuthorization(ask.key, ask.reference, std::move(onReply));
    case Action::Refund:
        return gateway.refund(ask.key, ask.reference, ask.amount, std::move(onReply));
    case Action::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace tp::payments
