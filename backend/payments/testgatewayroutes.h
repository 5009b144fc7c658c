// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::payments {

class TestGatewayService;

/// GET /test-gateway/ledger. Null: this shop has no test gateway. It outlives the router.
void addTestGatewayRoutes(http::Router &router, const TestGatewayService *gateway);

} // namespace tp::payments
