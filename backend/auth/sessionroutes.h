// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>
#include <string>

namespace tp::http {
class Router;
}

namespace tp::auth {

class EndedTokens;
class SignInService;

/// GET /api/auth/validate, POST /api/auth/refresh and /logout, GET /api/auth/sessions and DELETE
/// …/{id}, GET /.well-known/jwks.json. What is handed in outlives the router.
void addSessionRoutes(http::Router &router, const SignInService &signIn, EndedTokens &ended);

/// `keys` gives the keys of a moment as JSON.
void addKeyRoute(http::Router &router, std::function<std::string(qint64 nowMs)> keys);

} // namespace tp::auth
