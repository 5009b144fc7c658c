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

class SaleService;

/// POST /orders. Both outlive the router.
void addSaleRoutes(http::Router &router, const SaleService &sales, saga::SagaRunner &runner);

} // namespace tp::orchestration
