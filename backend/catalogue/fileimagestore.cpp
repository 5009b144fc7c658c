// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/fileimagestore.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

Error unavailable(const QString &what, const QString &path, const QString &why)
{
    return {ErrorCode::Unavailable, u"%1 %2: %3"_s.arg(what, path, why), {}};
}

/// A new name is only safe when its folder is on disk too.
void syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path)
#endif
}

} // namespace

Result<void> FileImageStore::keep(std::string_view hash, int size, const QByteArray &bytes)
{
    const QString path = fileOf(hash, size);
    if (QFile::exists(path))
        return {};
    const QString folder = folderOf(hash);
    if (!QDir().mkpath(folder))
        return unavailable(u"Cannot make the folder"_s, folder, u"is the disk full?"_s);
    QSaveFile file(path); // Its commit() syncs before it renames.
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return unavailable(u"Cannot write"_s, path, file.errorString());
    syncFolder(folder);
    syncFolder(m_folder);
    return {};
}

Result<std::optional<QByteArray>> FileImageStore::find(std::string_view hash, int size)
{
    QFile file(fileOf(hash, size));
    if (!file.exists())
        return std::optional<QByteArray>();
    if (!file.open(QIODevice::ReadOnly))
        return unavailable(u"Cannot read"_s, file.fileName(), file.errorString());
    return std::optional(file.readAll());
}

QString FileImageStore::folderOf(std::string_view hash) const
{
    return m_folder + u'/' + QString::fromStdString(std::string(hash.substr(0, 2)));
}

QString FileImageStore::fileOf(std::string_view hash, int size) const
{
    return u"%1/%2-%3"_s.arg(folderOf(hash), QString::fromStdString(std::string(hash))).arg(size);
}

} // namespace tp::catalogue
