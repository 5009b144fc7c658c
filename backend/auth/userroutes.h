// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::auth {

class PasswordRules;
class UserService;

/// GET and POST /api/users, GET, PUT and DELETE …/{id}. What is handed in outlives the router.
void addUserRoutes(http::Router &router, const UserService &users, const PasswordRules &rules);

} // namespace tp::auth
