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

class ReturnService;

/// POST /payments/refund/{id}, POST /orders/{id}/return, DELETE /orders/{id}. Both outlive the
/// router.
void addReturnRoutes(http::Router &router, const ReturnService &returns, saga::SagaRunner &runner);

} // namespace tp::orchestration
