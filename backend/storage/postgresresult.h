// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <memory>

namespace tp::storage {

struct ClearResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};

/// An answer of the server, with all its rows.
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

} // namespace tp::storage
