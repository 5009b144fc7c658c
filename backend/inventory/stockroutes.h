// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::inventory {

/// GET /api/stock, …/{product_id}, …/{product_id}/movements, POST /api/stock/adjustments.
void addStockRoutes(http::Router &router);

} // namespace tp::inventory
