// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/databaseurl.h"

#include <QString>

#include <functional>

namespace tp::daemon {

/// Copies a shop's database to `toPath`, which it replaces, while it is in use. The copy is
/// checked and on disk before it gets its name; only its owner may read it. Errors: NotFound (no
/// such database), Unavailable (disk, server, pg_dump), InvalidText (the copy is damaged).
Result<void> backUpDatabase(const storage::DatabaseUrl &url, const QString &toPath,
                            const std::function<void(int percent)> &progress);

} // namespace tp::daemon
