// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figures.h"

#include <QString>

namespace tp::bench {

/// What one thread commits to a SQLite file by the C API alone, synchronous=FULL: checkouts of
/// three lines, `group` of them a commit, each in a savepoint of its own where there are more than
/// one. The rows are those that any shop would write (order, lines, payment, stock, ledger, two
/// events, saga), with integer keys: the measure that POST /orders is held against. The times are
/// those of the commits. Makes the file anew. No figures where the file cannot be written.
Figures rawCheckouts(const QString &file, int group, double seconds);

} // namespace tp::bench
