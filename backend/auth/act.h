// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/actor.h"
#include "backend/kernel/origin.h"

namespace tp::auth {

/// Who does something with which rights, and how the audit trail will remember it.
struct Act
{
    Actor actor; ///< Nobody: the command line, or somebody who is not signed in.
    Origin origin;
};

} // namespace tp::auth
