// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/status.h"

namespace tp::http {
class Metrics;
class Router;
} // namespace tp::http

namespace tp::daemon {

class HealthWatch;

/// /health/live, /health/ready, /health, /version and /metrics. `watch` and `metrics` outlive the
/// router; `metrics` is asked for when a request comes, as it is made from the finished router.
void addOperationRoutes(http::Router &router, const HealthWatch &watch,
                        const contract::Version &version,
                        std::function<const http::Metrics &()> metrics);

} // namespace tp::daemon
