// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/database.h"

namespace tp::daemon {

/// Lets in the people of resources/demo/staff.csv, with the passwords and PINs that stand there for
/// all to read, where nobody was let in yet. False when somebody was. Hashes six secrets, so it
/// takes a tenth of a second.
Result<bool> loadDemoStaff(storage::Database &database);

} // namespace tp::daemon
