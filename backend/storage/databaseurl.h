// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/session.h"

#include <QString>

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
};

} // namespace tp::storage
