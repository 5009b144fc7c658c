// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}
namespace tp::events {
class Relay;
}

namespace tp::daemon {

/// GET /events. The relay outlives the router.
void addEventRoutes(http::Router &router, events::Relay &relay);

} // namespace tp::daemon
