// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/connection.h"

struct sqlite3;

namespace tp::storage {

/// What SQLite's last answer on `database` means for us, with a plain sentence for what people
/// can do something about.
Error sqliteError(sqlite3 *database, int code);

/// What the writer makes of it.
Connection::Failure sqliteFailure(int code);

} // namespace tp::storage
