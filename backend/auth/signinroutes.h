// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::http {
class Router;
}

namespace tp::auth {

class PasswordRules;
class SignInService;
class TotpService;
class UserService;

/// POST /api/auth/login and /register. The services outlive the router.
void addSignInRoutes(http::Router &router, const SignInService &signIn, const TotpService &totp);
void addRegistrationRoute(http::Router &router, const SignInService &signIn,
                          const UserService &users, const PasswordRules &rules);

/// POST /api/auth/pin and /till.
void addTillSignInRoutes(http::Router &router, const SignInService &signIn);

} // namespace tp::auth
