// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/connection.h"
#include "backend/storage/postgresresult.h"

namespace tp::storage {

/// What a refusal of the server means: the error for the caller, and what the writer makes of it.
struct PostgresProblem
{
    Error error;
    Connection::Failure failure = Connection::Failure::Other;
    bool arePlansStale = false; ///< Prepared statements must be made anew.
};

/// By SQLSTATE, never by the words, which follow the server's language.
PostgresProblem postgresProblem(const PGresult *result);

} // namespace tp::storage
