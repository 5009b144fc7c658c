// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/sqlitebackup.h"

#include "backend/storage/sqliteconnection.h"
#include "backend/storage/sqliteerrors.h"

#include <QFile>

#include <sqlite3.h>

#include <memory>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// 4 MiB a step.
constexpr int PagesPerStep = 1024;

struct CloseDatabase
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};
struct FinishBackup
{
    void operator()(sqlite3_backup *backup) const { sqlite3_backup_finish(backup); }
};
using Target = std::unique_ptr<sqlite3, CloseDatabase>;

Result<Target> openTarget(const QString &path)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Target target(opened);
    if (code != SQLITE_OK)
        return sqliteError(target.get(), code);
    sqlite3_exec(opened, "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);
    return target;
}

Result<void> copy(sqlite3 *source, const QString &path,
                  const std::function<void(int, int)> &progress)
{
    TP_TRY(const Target target, openTarget(path));
    const std::unique_ptr<sqlite3_backup, FinishBackup> backup(
        sqlite3_backup_init(target.get(), "main", source, "main"));
    if (!backup)
        return sqliteError(target.get(), sqlite3_errcode(target.get()));
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup.get(), PagesPerStep);
        const int pages = sqlite3_backup_pagecount(backup.get());
        if (progress)
            progress(pages - sqlite3_backup_remaining(backup.get()), pages);
    }
    return code == SQLITE_DONE ? Result<void>() : Result<void>(sqliteError(target.get(), code));
}

} // namespace

Result<void> backUpSqlite(const QString &filePath, const QString &toPath,
                          const std::function<void(int, int)> &progress)
{
    if (QFile::exists(toPath))
        return Error{ErrorCode::Conflict, u"%1 exists already"_s.arg(toPath), {}};

    SqliteConnection source(filePath, Role::Unhurried);
    TP_CHECK(source.open());
    // Inside a read transaction the copy is of one moment, and a sale meanwhile does not make it
    // begin again.
    TP_CHECK(source.begin(Connection::Access::Read));
    TP_CHECK(source.command("SELECT COUNT(*) FROM sqlite_master"));

    const QString unfinished = toPath + u".part"_s;
    QFile::remove(unfinished);
    const auto copied = copy(source.handle(), unfinished, progress);
    source.rollback();
    if (!copied) {
        QFile::remove(unfinished);
        return copied;
    }
    if (!QFile::rename(unfinished, toPath))
        return Error{ErrorCode::Unavailable, u"%1 cannot be made"_s.arg(toPath), {}};
    return {};
}

} // namespace tp::storage
