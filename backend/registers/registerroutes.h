// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::registers {

class RegisterService;

/// GET and POST /api/registers, GET and PUT /api/registers/{id}, POST …/{id}/claim,
/// GET …/{id}/staff. `registers` outlives the router.
void addRegisterRoutes(http::Router &router, const RegisterService &registers);

} // namespace tp::registers
