// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}
namespace tp::saga {
class SagaEngine;
}

namespace tp::orchestration {

/// GET /sagas, GET /sagas/{id}, POST /sagas/{id}/retry and /abandon. The engine outlives the
/// router.
void addSagaRoutes(http::Router &router, const saga::SagaEngine &engine);

} // namespace tp::orchestration
