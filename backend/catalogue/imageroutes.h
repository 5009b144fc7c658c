// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::catalogue {

class ImageStore;
class ProductService;

/// The pictures of products. `products` and `images` outlive the router.
void addImageRoutes(http::Router &router, const ProductService &products, ImageStore &images);

} // namespace tp::catalogue
