// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "backend/storage/database.h"

namespace tp::daemon {

/// Fills an empty shop with the products of resources/demo, in one transaction. False when it has
/// products already; InvalidValue when it does not sell in EUR. Belongs to the thread that opened
/// the database, which is migrated and has its settings.
Result<bool> loadDemoShop(storage::Database &database, const Clock &clock);

} // namespace tp::daemon
