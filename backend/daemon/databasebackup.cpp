// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/databasebackup.h"

#include "backend/daemon/shopdatabase.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

Error backupFailed(const QString &sentence)
{
    return {ErrorCode::Unavailable, sentence, {}};
}

/// Takes an unfinished copy away, unless it got its name.
class UnfinishedCopy
{
public:
    explicit UnfinishedCopy(const QString &path) : m_path(path) { remove(); }
    ~UnfinishedCopy() { remove(); }
    UnfinishedCopy(const UnfinishedCopy &) = delete;
    UnfinishedCopy &operator=(const UnfinishedCopy &) = delete;

    const QString &path() const { return m_path; }

private:
    void remove() const
    {
        for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u".part"_s})
            QFile::remove(m_path + ending);
    }

    QString m_path;
};

/// Whether what `path` names is on disk, a folder too.
bool isOnDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isSynced = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && isSynced;
}

Result<void> giveName(const QString &unfinished, const QString &toPath)
{
    const QByteArray from = QFile::encodeName(unfinished);
    const QByteArray to = QFile::encodeName(toPath);
    const bool isDone = isOnDisk(unfinished) && std::rename(from.constData(), to.constData()) == 0;
    if (isDone && isOnDisk(QFileInfo(toPath).absolutePath()))
        return {};
    return backupFailed(
        u"%1 cannot be made: %2"_s.arg(toPath, QString::fromLocal8Bit(strerror(errno))));
}

/// Reads the copy from its first page to its last.
Result<void> verifySqlite(const QString &path)
{
    TP_TRY(const auto url, storage::DatabaseUrl::parse(u"sqlite:"_s + path));
    TP_TRY(const auto copy, ShopDatabase::openAsItIs(url));
    storage::Snapshot snapshot(copy->database().connectionHere());
    auto rows = snapshot.query("PRAGMA integrity_check");
    const bool isWell = rows.next() && rows.text(0) == "ok";
    TP_CHECK(rows.finish());
    if (isWell)
        return {};
    return Error{ErrorCode::InvalidText, u"the copy is damaged: is the database itself?"_s, {}};
}

Result<void> copySqlite(const storage::DatabaseUrl &url, const QString &path,
                        const std::function<void(int)> &progress)
{
    TP_TRY(const auto shop, ShopDatabase::openAsItIs(url));
    TP_CHECK(shop->database().backup(path, [&](int done, int pages) {
        progress(pages > 0 ? int(qint64(done) * 100 / pages) : 100);
    }));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return verifySqlite(path);
}

/// The address goes by the environment, because everybody can read another's command line.
Result<void> dumpPostgres(const storage::DatabaseUrl &url, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return backupFailed(u"%1 cannot be made: %2"_s.arg(path, file.errorString()));
    file.close();

    QProcess dump;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : url.postgresEnvironment())
        environment.insert(name, value);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    dump.setProcessEnvironment(environment);
    dump.setStandardInputFile(QProcess::nullDevice());
    dump.setStandardOutputFile(path);
    dump.start(u"pg_dump"_s, {u"--format=custom"_s, u"--no-password"_s});
    if (!dump.waitForStarted(-1)) {
        return backupFailed(
            u"pg_dump cannot be started; Debian has it in postgresql-client (%1)"_s.arg(
                dump.errorString()));
    }
    dump.waitForFinished(-1);
    if (dump.exitStatus() == QProcess::NormalExit && dump.exitCode() == 0)
        return {};
    const QString said = QString::fromUtf8(dump.readAllStandardError()).section(u'\n', 0, 0);
    return backupFailed(u"pg_dump did not make the backup: %1"_s.arg(said));
}

} // namespace

Result<void> backUpDatabase(const storage::DatabaseUrl &url, const QString &toPath,
                            const std::function<void(int)> &progress)
{
    const UnfinishedCopy copy(toPath + u".unfinished"_s);
    const bool isFile = url.dialect == storage::Dialect::Sqlite;
    const auto copied =
        isFile ? copySqlite(url, copy.path(), progress) : dumpPostgres(url, copy.path());
    if (!copied)
        return copied;
    return giveName(copy.path(), toPath);
}

} // namespace tp::daemon
