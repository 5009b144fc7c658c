// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QString>

namespace tp::storage {

/// Whether the file may be our database: what a person can put right is said in a plain sentence
/// (InvalidValue) before SQLite says it in its own way. A file that does not exist yet is fine.
Result<void> checkSqliteFile(const QString &filePath);

/// Says so (Unavailable) while the folder's disk has next to no room left or is read-only.
Result<void> checkRoom(const QString &filePath);

} // namespace tp::storage
