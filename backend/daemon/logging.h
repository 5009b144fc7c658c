// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/configuration.h"

namespace tp::daemon {

/// How much is logged on standard error: as --log-level says, else milestones while serving and
/// nothing in the other commands, which say themselves what goes wrong.
Result<void> setLogLevel(const Configuration &configuration, bool isServing);

} // namespace tp::daemon
