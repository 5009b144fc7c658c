// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/role.h"

#include <optional>
#include <string>
#include <string_view>

namespace tp::auth {

/// As tokens, the audit trail and the command line spell them.
std::string_view roleName(Role role);
std::optional<Role> roleNamed(std::string_view name);

/// ["cashier","manager"]
std::string roleNamesJson(const Roles &roles);

} // namespace tp::auth
