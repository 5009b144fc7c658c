// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::settings {

/// GET and PUT /api/settings, GET /api/sale-rules.
void addSettingsRoutes(http::Router &router);

} // namespace tp::settings
