// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/database.h"

#include "backend/storage/postgresdatabase.h"
#include "backend/storage/sqlitedatabase.h"

namespace tp::storage {

Result<std::unique_ptr<Database>> Database::open(const DatabaseUrl &url, Sharing sharing,
                                                 Options options, const Clock &clock,
                                                 Random &random)
{
    switch (url.dialect) {
    case Dialect::Sqlite:
        return SqliteDatabase::open(url, sharing, options, clock, random);
    case Dialect::Postgres:
        return PostgresDatabase::open(url, options, clock, random);
    }
    Q_UNREACHABLE();
}

} // namespace tp::storage
