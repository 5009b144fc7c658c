// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/sqlitefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#ifdef Q_OS_LINUX
#include <sys/vfs.h>
#endif

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 RoomMinBytes = 4 * 1024 * 1024;

Error unfit(const QString &sentence)
{
    return {ErrorCode::InvalidValue, sentence, {}};
}

/// Locks on a network file system are promises that it does not keep.
bool isOnNetwork(const QString &folder)
{
#ifdef Q_OS_LINUX
    struct statfs info = {};
    if (statfs(QFile::encodeName(folder).constData(), &info) != 0)
        return false;
    switch (quint32(info.f_type)) {
    case 0x6969:     // NFS
    case 0x517B:     // SMB
    case 0xFF534D42: // CIFS
    case 0xFE534D42: // SMB2
        return true;
    default:
        return false;
    }
#else
    Q_UNUSED(folder);
    return false;
#endif
}

/// An empty file is a database that nobody has written to.
Result<void> checkHeader(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return unfit(u"%1 cannot be read: %2"_s.arg(filePath, file.errorString()));
    const QByteArray head = file.read(16);
    if (head.isEmpty() || head == QByteArrayView("SQLite format 3", 16))
        return {};
    return unfit(u"%1 is not a database"_s.arg(filePath));
}

} // namespace

Result<void> checkSqliteFile(const QString &filePath)
{
    const QFileInfo file(filePath);
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir())
        return unfit(u"there is no folder %1"_s.arg(folder.filePath()));
    if (isOnNetwork(folder.filePath())) {
        return unfit(u"%1 is on a network drive; a shop's database needs a disk of this machine, "
                     "or PostgreSQL"_s.arg(filePath));
    }
    if (!folder.isWritable())
        return unfit(u"the folder %1 cannot be written"_s.arg(folder.filePath()));
    if (!file.exists())
        return {};
    if (file.isDir())
        return unfit(u"%1 is a folder, not a database file"_s.arg(filePath));
    if (!file.isFile())
        return unfit(u"%1 is not a file"_s.arg(filePath));
    // Root may write what is marked read-only; the mark was meant all the same.
    if (!file.isWritable() || !file.permission(QFileDevice::WriteOwner))
        return unfit(u"%1 is read-only"_s.arg(filePath));
    return checkHeader(filePath);
}

Result<void> checkRoom(const QString &filePath)
{
    const QStorageInfo disk(QFileInfo(filePath).absolutePath());
    if (disk.isReadOnly()) {
        return Error{ErrorCode::Unavailable, u"the disk of %1 is read-only"_s.arg(filePath), {}};
    }
    if (disk.isValid() && disk.bytesAvailable() < RoomMinBytes)
        return Error{ErrorCode::Unavailable, u"the disk of %1 is full"_s.arg(filePath), {}};
    return {};
}

} // namespace tp::storage
