// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}
namespace tp::saga {
class SagaRunner;
}

namespace tp::orchestration {

class LaterPaymentService;

/// POST /payments, DELETE /payments/{id}. Both outlive the router.
void addLaterPaymentRoutes(http::Router &router, const LaterPaymentService &service,
                           saga::SagaRunner &runner);

} // namespace tp::orchestration
