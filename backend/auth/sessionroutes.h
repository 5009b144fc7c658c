// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::auth {

class EndedTokens;
class KeyHolder;
class SignInService;

/// GET /api/auth/validate, POST /api/auth/refresh and /logout, GET /api/auth/sessions and DELETE
/// …/{id}, GET /.well-known/jwks.json. What is handed in outlives the router.
void addSessionRoutes(http::Router &router, const SignInService &signIn, EndedTokens &ended);
void addKeyRoute(http::Router &router, const KeyHolder &keys);

} // namespace tp::auth
