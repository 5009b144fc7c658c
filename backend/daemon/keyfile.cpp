// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/keyfile.h"

#include "backend/auth/base64url.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

Error cannot(const QString &path, const QString &why)
{
    return {ErrorCode::InvalidValue, u"the key file %1 %2"_s.arg(path, why), {}};
}

QString draftName(Random &random)
{
    std::array<quint8, 8> bytes{};
    random.fill(bytes);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), bytes.size()).toHex());
}

/// Made under a name of its own and linked into place: two backends that start at once get one key.
Result<void> makeKeyFile(const QString &path, Random &random)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return cannot(path, u"cannot be made: its folder cannot"_s);
    std::string bytes(auth::Sealer::KeyBytes, '\0');
    random.fill({reinterpret_cast<quint8 *>(bytes.data()), bytes.size()});
    const std::string text = auth::encodeBase64Url(bytes) + '\n';
    // Not by the process id: in a container it is always the same, and a draft that a power cut
    // left would be in the way for ever.
    const QByteArray draft = (path + u".%1.new"_s.arg(draftName(random))).toLocal8Bit();
    const int file = ::open(draft.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    const bool isWritten = file >= 0 &&
                           ::write(file, text.data(), text.size()) == ssize_t(text.size()) &&
                           ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    const bool isThere =
        isWritten &&
        (::link(draft.constData(), path.toLocal8Bit().constData()) == 0 || QFileInfo::exists(path));
    ::unlink(draft.constData());
    return isThere ? Result<void>() : cannot(path, u"cannot be written"_s);
}

} // namespace

QString keyFileOf(const Configuration &configuration, const storage::DatabaseUrl &url)
{
    if (configuration.isSet(Option::KeyFile))
        return configuration.value(Option::KeyFile);
    if (url.dialect == storage::Dialect::Sqlite)
        return url.filePath + u".key"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/tradepost/tradepostd.key"_s;
}

Result<auth::Sealer::Key> ensureKeyFile(const QString &path, Random &random)
{
    if (!QFileInfo::exists(path))
        TP_CHECK(makeKeyFile(path, random));
    return readKeyFile(path);
}

Result<auth::Sealer::Key> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannot(path, u"cannot be read"_s);
    struct stat status = {};
    if (::fstat(file.handle(), &status) != 0 || !S_ISREG(status.st_mode))
        return cannot(path, u"is no file"_s);
    if (status.st_mode & (S_IRWXG | S_IRWXO)) {
        return Error{ErrorCode::Forbidden,
                     u"the key file %1 may be read by others: chmod 600 it"_s.arg(path),
                     {}};
    }
    const auto bytes = auth::decodeBase64Url(file.read(1024).trimmed().toStdString());
    auth::Sealer::Key key{};
    if (!bytes || bytes->size() != key.size())
        return cannot(path, u"does not hold a key"_s);
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return key;
}

} // namespace tp::daemon
