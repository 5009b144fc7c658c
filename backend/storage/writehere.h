// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/connection.h"
#include "backend/storage/unitofwork.h"

#include <functional>

namespace tp::storage {

/// One transaction on the calling thread's connection, kept or undone as `work` says. Internal
/// when it wants to keep what a failed statement is part of. What it throws goes on after undoing.
Result<void> writeOnce(Connection &connection, qint64 nowMs, Random &random,
                       const std::function<UnitOfWork::Keep(UnitOfWork &)> &work);

} // namespace tp::storage
