// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::contract {
struct IdentityIssuers;
}

namespace tp::http {
class Router;
}

namespace tp::auth {

/// GET /api/auth/issuers: where one may sign in too.
void addIssuerRoutes(http::Router &router, const contract::IdentityIssuers &issuers);

} // namespace tp::auth
