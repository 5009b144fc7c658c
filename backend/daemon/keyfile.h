// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/sealer.h"
#include "backend/daemon/configuration.h"
#include "backend/storage/databaseurl.h"

namespace tp::daemon {

/// Where the shop's key file is: as it was set, else FILE.key beside a SQLite database, else in the
/// configuration folder of the user who runs the backend.
QString keyFileOf(const Configuration &configuration, const storage::DatabaseUrl &url);

/// The key in the file: 32 random bytes in base64. All backends of a shop share it. Forbidden where
/// others may read it, InvalidValue for what is no key file.
Result<auth::Sealer::Key> readKeyFile(const QString &path);

/// Makes it (0600) where there is none, and reads it.
Result<auth::Sealer::Key> ensureKeyFile(const QString &path, Random &random);

} // namespace tp::daemon
