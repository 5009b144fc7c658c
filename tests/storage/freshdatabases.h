// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/database.h"
#include "tests/support/fakeclock.h"
#include "tests/support/postgresserver.h"
#include "tests/support/seededrandom.h"

#include <QTemporaryDir>

#include <memory>

namespace tp::test {

/// Empty databases of both kinds, a new one for each test, opened as a `serve` opens them.
class FreshDatabases
{
public:
    /// A row for each dialect, in a column "dialect".
    static void addRows();

    /// Where a new database may be. Empty when PostgreSQL does not start: the test then fails.
    storage::DatabaseUrl newUrl(storage::Dialect dialect);

    std::unique_ptr<storage::Database> open(const storage::DatabaseUrl &url,
                                            storage::Database::Options options = {});

    PostgresServer *postgres();

    FakeClock clock;
    SeededRandom random{20260101};

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_postgres;
    int m_count = 0;
};

/// Says SQL that takes no values, here, in a transaction of its own.
Result<void> sayHere(storage::Database &database, std::initializer_list<const char *> statements);

/// The first number of the first row, read in a snapshot of its own; -1 when that fails.
qint64 numberIn(storage::Database &database, const char *sql);

} // namespace tp::test
