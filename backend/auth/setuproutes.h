// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/signin.h"
#include "backend/kernel/origin.h"
#include "backend/storage/unitofwork.h"

#include <functional>
#include <string>

namespace tp::http {
class Router;
}

namespace tp::auth {

class PasswordRules;
class SignInService;
class UserService;

/// Names the shop, in the unit of work that makes its first admin.
using NameShop =
    std::function<Result<void>(storage::UnitOfWork &, const contract::NewShop &, const Origin &)>;

/// POST /api/setup. `code` is the one of this process, empty where the shop is set up already.
void addSetupRoute(http::Router &router, const SignInService &signIn, const UserService &users,
                   const PasswordRules &rules, const std::string &code, NameShop nameShop);

} // namespace tp::auth
