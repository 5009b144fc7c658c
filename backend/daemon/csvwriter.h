// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <initializer_list>
#include <string>

namespace tp::daemon {

/// Adds one row of CSV (RFC 4180) to `out`: commas, quotes where they are needed, CR LF.
void appendCsvRow(std::string &out, std::initializer_list<QString> cells);

} // namespace tp::daemon
