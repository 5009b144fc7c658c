// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/session.h"

#include <QList>
#include <QString>

#include <utility>

namespace tp::storage {

/// Where the shop's data is: `sqlite:FILE` or `postgresql://…` as libpq reads it.
struct DatabaseUrl
{
    Dialect dialect = Dialect::Sqlite;
    QString filePath; ///< SQLite only, absolute.
    QString postgres; ///< The whole URL, with its secrets: never log it.

    /// InvalidValue with a sentence that says what is accepted.
    static Result<DatabaseUrl> parse(const QString &text);

    /// Without user or password, for people to read.
    QString displayText() const;

    /// The same as libpq's variables (PGHOST, PGPASSWORD …), for PostgreSQL's own programs, whose
    /// arguments every user of the machine can read. Empty for SQLite.
    QList<std::pair<QString, QString>> postgresEnvironment() const;
};

} // namespace tp::storage
