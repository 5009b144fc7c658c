// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::catalogue {

/// The lists of products: all, by words, by barcode, by category.
void addProductListRoutes(http::Router &router);

} // namespace tp::catalogue
