// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/answer.h"
#include "backend/http/call.h"
#include "backend/storage/session.h"

namespace tp::http {
class Router;
}

namespace tp::payments {

class Gateways;
class PaymentService;

/// GET /payments, /payments/{id}, /payments/user/{user_id}, /payments/status/{status},
/// PUT /payments/{id}, POST /payments/webhooks/{gateway}. What starts a saga (POST /payments,
/// refunds) or must know of one (DELETE /payments/{id}) is orchestration's. Both outlive the
/// router.
void addPaymentRoutes(http::Router &router, const PaymentService &payments,
                      const Gateways &gateways);

/// One payment, as the caller may see it.
Result<http::Answer> paymentAnswer(const http::Call &call, storage::Session &session, PaymentId id,
                                   int status);

} // namespace tp::payments
