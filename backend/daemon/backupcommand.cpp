// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/databasebackup.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/shopdatabase.h"
#include "backend/daemon/shoproutes.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

/// What belongs to a shop and is not in its database.
void nameTheRest(const Configuration &configuration, const storage::DatabaseUrl &url)
{
    const QString pictures = imageFolderOf(url, configuration.value(Option::Images));
    if (QFileInfo(pictures).isDir())
        note(u"not part of it: the pictures in %1"_s.arg(pictures));
    const QString keys = url.filePath + u".key"_s;
    if (!url.filePath.isEmpty() && QFileInfo::exists(keys))
        note(u"not part of it: the key file %1, kept apart because it is a secret"_s.arg(keys));
}

Result<int> runBackup(const Configuration &configuration, const QString &path)
{
    if (path.isEmpty()) {
        return Error{ErrorCode::BadRequest,
                     u"backup needs a FILE (tradepostd backup --help says more)"_s,
                     {}};
    }
    TP_TRY(const storage::DatabaseUrl url, databaseUrlOf(configuration));
    const QFileInfo target(path);
    QString obstacle;
    if (target.isDir())
        obstacle = u"%1 is a folder"_s.arg(path);
    else if (target.exists() && target.absoluteFilePath() == url.filePath)
        obstacle = u"%1 is the database itself"_s.arg(path);
    else if (target.exists() && !configuration.isOn(Option::Force))
        obstacle = u"%1 exists already; --force writes over it"_s.arg(path);
    else if (!QFileInfo(target.absolutePath()).isDir())
        obstacle = u"there is no folder %1"_s.arg(target.absolutePath());
    if (!obstacle.isEmpty()) {
        complain(obstacle);
        return ExitCantCreate;
    }
    const auto done = backUpDatabase(url, target.absoluteFilePath(),
                                     [](int percent) { showProgress(u"%1 %"_s.arg(percent)); });
    showProgress({});
    if (!done)
        return done.error();
    nameTheRest(configuration, url);
    return say(u"backed up %1 to %2"_s.arg(url.displayText(), path)) ? ExitOk : ExitIoErr;
}

} // namespace

int backupCommand(const Configuration &configuration, const QStringList &arguments)
{
    const auto done = runBackup(configuration, arguments.value(0));
    return done ? *done : endWith(done.error());
}

} // namespace tp::daemon
