// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/configuration.h"

#include <QStringList>

namespace tp::daemon {

// Each command: what was set, and what stands on its line besides options. They say on standard
// error what goes wrong, in one plain line, and return the exit code.

int serveCommand(const Configuration &configuration, const QStringList &arguments);
int migrateCommand(const Configuration &configuration, const QStringList &arguments);
int importCommand(const Configuration &configuration, const QStringList &arguments);
int exportCommand(const Configuration &configuration, const QStringList &arguments);
int backupCommand(const Configuration &configuration, const QStringList &arguments);
int userCommand(const Configuration &configuration, const QStringList &arguments);
int keysCommand(const Configuration &configuration, const QStringList &arguments);
int versionCommand(const Configuration &configuration, const QStringList &arguments);

/// Says it and returns the code that fits.
int endWith(const Error &error);

} // namespace tp::daemon
