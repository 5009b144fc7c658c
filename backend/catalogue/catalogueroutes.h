// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::catalogue {

class ProductService;

/// Lists, looks up and searches products; makes, changes and deletes them. `products` outlives
/// the router.
void addCatalogueRoutes(http::Router &router, const ProductService &products);

} // namespace tp::catalogue
