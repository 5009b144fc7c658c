// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::catalogue {

class CategoryService;

/// The tree of categories. `categories` outlives the router.
void addCategoryRoutes(http::Router &router, const CategoryService &categories);

} // namespace tp::catalogue
