// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace tp::http {
class Router;
}

namespace tp::daemon {

/// GET /openapi.json, and /docs: a page that shows it and lets one try it, without any network.
/// `openApi` is asked when the page is, so that it holds every route that was added.
void addDocsRoutes(http::Router &router, std::function<std::string()> openApi);

} // namespace tp::daemon
