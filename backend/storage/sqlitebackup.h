// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QString>

#include <functional>

namespace tp::storage {

/// Copies a SQLite database while it is in use: one moment of it, whole, checked to be on disk
/// under its name only when complete. Conflict when `toPath` exists. Belongs to no thread.
Result<void> backUpSqlite(const QString &filePath, const QString &toPath,
                          const std::function<void(int pagesDone, int pages)> &progress);

} // namespace tp::storage
