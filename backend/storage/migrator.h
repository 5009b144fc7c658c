// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "backend/storage/database.h"
#include "backend/storage/migrationfiles.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace tp::storage {

/// Brings a database to the version of this program: numbered files, forward only, each in a
/// transaction of its own that also notes its hash. An edited or unknown file in the database's
/// history, or a newer database, is refused. Two backends may start at once on PostgreSQL: one
/// waits for the other. Belongs to the thread that opened the database.
class Migrator
{
public:
    struct Planned
    {
        int number = 0;
        QString name;
    };
    /// Told before each file.
    using Progress = std::function<void(const Planned &migration, int done, int total)>;

    /// `folder` holds sqlite/ and postgres/; the program's own are resources.
    Migrator(Database &database, const Clock &clock,
             const QString &folder = QStringLiteral(":/sql"));

    /// What apply() would do. Conflict when the history does not fit.
    Result<QList<Planned>> plan();

    Result<void> apply(const Progress &progress = {});

private:
    struct Applied
    {
        QString name;
        QString hash;
    };

    Result<QList<MigrationFile>> missing();
    Result<QHash<int, Applied>> applied();
    Result<bool> hasTable(std::string_view name);
    Result<bool> isEmpty();
    Result<void> applyMissing(const Progress &progress);
    Result<void> applyFile(const MigrationFile &file);
    Result<void> runFile(UnitOfWork &work, const MigrationFile &file);

    Database &m_database;
    const Clock &m_clock;
    QString m_folder;
};

} // namespace tp::storage
