// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tp::bench {

/// How many pages of 50 products one thread reads in a second from a SQLite file by the C API
/// alone, with the columns that the list of products shows, each value touched: the measure that
/// the HTTP server is held against. 0 when the file cannot be read.
qint64 rawPagesPerSecond(const QString &file, int seconds);

} // namespace tp::bench
