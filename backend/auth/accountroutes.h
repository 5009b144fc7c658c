// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::auth {

class PasswordRules;
class TotpService;
class UserService;

// One's own account. What is handed in outlives the router.

/// GET and PUT /api/auth/profile.
void addProfileRoutes(http::Router &router, const UserService &users);

/// POST /api/auth/password.
void addPasswordRoute(http::Router &router, const UserService &users, const PasswordRules &rules);

/// POST and DELETE /api/auth/totp, POST …/confirm.
void addTotpRoutes(http::Router &router, const TotpService &totp, const UserService &users);

} // namespace tp::auth
