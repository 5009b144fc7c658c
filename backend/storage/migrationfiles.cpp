// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/migrationfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

Error notInOrder(const QString &name, const QString &why)
{
    return {ErrorCode::Internal, u"migration %1 %2"_s.arg(name, why), {}};
}

Result<MigrationFile> readFile(const QDir &folder, const QString &fileName)
{
    MigrationFile migration;
    migration.name = fileName.chopped(4);
    bool isNumber = false;
    migration.number = migration.name.left(4).toInt(&isNumber);
    if (!isNumber || migration.number < 1 || migration.name.size() < 6 ||
        migration.name.at(4) != u'_')
        return notInOrder(fileName, u"is not named NNNN_name.sql"_s);

    QFile file(folder.filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        return notInOrder(fileName, u"cannot be read"_s);
    migration.sql = file.readAll();
    migration.hash = QString::fromLatin1(
        QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256).toHex());
    return migration;
}

} // namespace

Result<QList<MigrationFile>> readMigrationFiles(const QString &folder, Dialect dialect)
{
    const QDir files(folder + (dialect == Dialect::Sqlite ? u"/sqlite"_s : u"/postgres"_s));
    QList<MigrationFile> migrations;
    for (const QString &name : files.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        TP_TRY(MigrationFile migration, readFile(files, name));
        if (!migrations.isEmpty() && migrations.constLast().number == migration.number)
            return notInOrder(name, u"has the number of another"_s);
        migrations.append(std::move(migration));
    }
    if (migrations.isEmpty())
        return notInOrder(files.path(), u"files are missing"_s);
    return migrations;
}

QList<QByteArray> statementsOf(const QByteArray &sql)
{
    QList<QByteArray> statements;
    QByteArray current;
    for (const QByteArray &line : sql.split('\n')) {
        if (line.trimmed() == "--;;") {
            statements.append(current);
            current.clear();
        } else {
            current += line + '\n';
        }
    }
    statements.append(current);
    return statements;
}

} // namespace tp::storage
