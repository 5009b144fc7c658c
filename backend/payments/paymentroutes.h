// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::payments {

class Gateways;
class PaymentService;

/// GET /payments, /payments/{id}, /payments/user/{user_id}, /payments/status/{status},
/// PUT /payments/{id}, POST /payments/webhooks/{gateway}. What starts a saga (POST /payments,
/// DELETE /payments/{id}, refunds) is not here. Both outlive the router.
void addPaymentRoutes(http::Router &router, const PaymentService &payments,
                      const Gateways &gateways);

} // namespace tp::payments
