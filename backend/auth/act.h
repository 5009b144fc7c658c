// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/actor.h"

#include <string>

namespace tp::auth {

/// Who does something and from where, for the audit trail.
struct Act
{
    Actor actor; ///< Nobody: the command line, or somebody who is not signed in.
    std::string address;
    std::string requestId;
};

} // namespace tp::auth
