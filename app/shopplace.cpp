// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/shopplace.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace tp::app {

using namespace Qt::StringLiterals;

namespace {

/// A name for files: that of a server may hold anything.
QString fileNameFor(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(8).toHex());
}

backendprocess::BackendCommand commandFor(const QDir &folder, const QString &database,
                                          const QString &lockName, bool isDemo)
{
    backendprocess::BackendCommand command;
    command.program = QDir(QCoreApplication::applicationDirPath()).filePath(u"tradepostd"_s);
    command.arguments = {u"serve"_s,      u"--listen"_s,           u"127.0.0.1:0"_s,
                         u"--database"_s, u"sqlite:"_s + database, u"--with-parent"_s};
    if (isDemo)
        command.arguments.append(u"--demo"_s);
    command.dataFolder = folder.absolutePath();
    command.lockFile = folder.absoluteFilePath(lockName);
    return command;
}

} // namespace

ShopPlace shopPlace(const Options &options)
{
    ShopPlace place;
    place.dataFolder = options.dataFolder.isEmpty()
                           ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                           : options.dataFolder;
    const QDir folder(place.dataFolder);
    const QString shop = options.isDemo ? u"demo"_s : u"shop"_s;
    const QString database = folder.absoluteFilePath(shop + u".db"_s);
    const bool isBundled = options.server.isEmpty();
    place.name = isBundled ? database : options.server.toString();
    const QString kind = isBundled ? shop : fileNameFor(place.name);
    place.secret = folder.absoluteFilePath(u"till-"_s + kind + u".secret"_s);
    place.outbox = folder.absoluteFilePath(u"outbox-"_s + kind + u".db"_s);
    place.saleRules = folder.absoluteFilePath(u"sale-rules-"_s + kind + u".json"_s);
    place.lock = folder.absoluteFilePath(u"session-"_s + kind + u".lock"_s);
    place.command = commandFor(folder, database, u"till-"_s + shop + u".lock"_s, options.isDemo);
    return place;
}

} // namespace tp::app
