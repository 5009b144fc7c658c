// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::inventory {

/// GET and POST /api/locations.
void addLocationRoutes(http::Router &router);

} // namespace tp::inventory
