// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentbook.h"
#include "backend/pricing/refund.h"

namespace tp::payments {

// What may be done to a payment, and what it is afterwards.

/// Whether the gateway may be asked for this now. Refunds have a rule of their own.
/// IllegalTransition.
Result<void> mayAsk(const Payment &payment, const PaymentBook &book, Action action);

/// The question, as it is put to the gateway. It captures what is due.
GatewayAsk askFor(const Payment &payment, Action action, const std::string &key, Money amount);

/// The payment once it is known that this happened. IllegalTransition.
Result<Payment> moved(Payment payment, PaymentEvent event);

/// The payment once the gateway has said `reply` to `asked`, for the first time.
Result<Payment> answered(Payment payment, const PaymentEntry &asked, const GatewayReply &reply);

/// The payment once the gateway has done what was given up before. IllegalTransition,
/// RefundExceedsCaptured: the payment cannot follow.
Result<Payment> answeredLate(Payment payment, const PaymentEntry &asked, const GatewayDone &reply);

/// What comes back when `amount` of the order does, all that is left where nothing is said. What
/// others have asked for and nobody knows of counts as given back. Cash is counted in coins of
/// `cashStepMinor`. RefundExceedsCaptured, IllegalTransition (nothing was captured), InvalidBody.
Result<pricing::GivenBack> refundable(const Payment &payment, const std::optional<Money> &amount,
                                      qint64 cashStepMinor);

/// The payment once a refund is known to have happened, that nobody had asked a gateway for.
Result<Payment> refunded(Payment payment, const pricing::GivenBack &given);

/// The payment while a gateway is asked for a refund.
Result<Payment> refundAsked(Payment payment, const pricing::GivenBack &given);

} // namespace tp::payments
