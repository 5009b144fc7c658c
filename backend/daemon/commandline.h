// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/configuration.h"

#include <QStringList>

namespace tp::daemon {

/// Runs the command that the arguments (without the program's name) ask for; the exit code of
/// sysexits.h.
int runCommandLine(const QStringList &arguments, const Configuration::Sources &sources);

} // namespace tp::daemon
