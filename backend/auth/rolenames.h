// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/role.h"

#include <string>

namespace tp::auth {

/// ["cashier","manager"]
std::string roleNamesJson(const Roles &roles);

} // namespace tp::auth
