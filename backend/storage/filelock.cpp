// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/filelock.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// Beside the file itself, whatever links led to it.
QByteArray lockName(const QString &databaseFile)
{
    const QString canonical = QFileInfo(databaseFile).canonicalFilePath();
    return QFile::encodeName((canonical.isEmpty() ? databaseFile : canonical) + u".lock"_s);
}

/// The whole file. Such a lock belongs to the open file, not to the process, so that closing some
/// other descriptor of it does not let go.
struct flock wholeFile(short type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

QString ownerOf(int descriptor)
{
    char text[32] = {};
    const ssize_t size = pread(descriptor, text, sizeof text - 1, 0);
    return size > 0 ? QString::fromLatin1(text, size).trimmed() : u"unknown"_s;
}

/// The number only helps a person: a full disk must not keep the shop closed for it.
bool writeOwner(int descriptor)
{
    const QByteArray owner = QByteArray::number(qint64(getpid())) + '\n';
    return ftruncate(descriptor, 0) == 0 &&
           pwrite(descriptor, owner.constData(), size_t(owner.size()), 0) == owner.size();
}

} // namespace

Result<std::unique_ptr<FileLock>> FileLock::take(const QString &databaseFile)
{
    const int descriptor = ::open(lockName(databaseFile).constData(), O_RDWR | O_CREAT | O_CLOEXEC,
                                  S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    if (descriptor < 0) {
        return Error{ErrorCode::Unavailable,
                     u"%1.lock cannot be made: %2"_s.arg(databaseFile,
                                                         QString::fromLocal8Bit(strerror(errno))),
                     {}};
    }
    struct flock lock = wholeFile(F_WRLCK);
    if (fcntl(descriptor, F_OFD_SETLK, &lock) != 0) {
        const Error error{ErrorCode::Unavailable,
                          u"%1 is in use by process %2"_s.arg(databaseFile, ownerOf(descriptor)),
                          {}};
        ::close(descriptor);
        return error;
    }
    writeOwner(descriptor);
    return std::unique_ptr<FileLock>(new FileLock(descriptor));
}

bool FileLock::isTaken(const QString &databaseFile)
{
    const int descriptor = ::open(lockName(databaseFile).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct flock lock = wholeFile(F_RDLCK);
    const bool isAnswered = fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
    ::close(descriptor);
    return isAnswered && lock.l_type != F_UNLCK;
}

FileLock::~FileLock()
{
    ::close(m_descriptor);
}

} // namespace tp::storage
