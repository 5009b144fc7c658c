// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/grant.h"
#include "backend/kernel/role.h"

namespace tp::auth {

/// What a role may do: the permission table of the contract.
const Grants &grantsOf(Role role);

/// What several add up to.
Grants grantsOf(const Roles &roles);

/// A till as itself: it records sales that have happened, and nothing else.
Grants grantsOfTill();

} // namespace tp::auth
