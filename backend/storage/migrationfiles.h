// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/session.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tp::storage {

/// One numbered file of SQL.
struct MigrationFile
{
    int number = 0;
    QString name; ///< "0001_storage"
    QByteArray sql;
    QString hash; ///< SHA-256 of the file, in hex.
};

/// The migrations of a dialect in `folder`/sqlite or `folder`/postgres, by number. Internal when
/// a name is not NNNN_name.sql, a number is there twice, or a file cannot be read.
Result<QList<MigrationFile>> readMigrationFiles(const QString &folder, Dialect dialect);

/// The statements of a file: `--;;` alone on a line parts them.
QList<QByteArray> statementsOf(const QByteArray &sql);

} // namespace tp::storage
