// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::audit {

/// GET /api/audit.
void addAuditRoutes(http::Router &router);

} // namespace tp::audit
