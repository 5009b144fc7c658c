// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/database.h"

#include <QStringList>

namespace tp::bench {

/// Times what a till asks of a large catalogue, inside the backend: barcodes, searches, and pages
/// at both ends of the list. Prints a line for each.
Result<void> measureLookups(storage::ReadSession &session, Random &random);

} // namespace tp::bench
