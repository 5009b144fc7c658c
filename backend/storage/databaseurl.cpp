// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/databaseurl.h"

#include "backend/storage/postgresoptions.h"

#include <QFileInfo>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

Result<DatabaseUrl> parseSqlite(QString path)
{
    if (path.startsWith(u"//"_s)) // sqlite:///var/lib/shop.db, as other programs write it.
        path = path.sliced(2);
    if (path.isEmpty() || path.startsWith(u':') || path.contains(u'\0'))
        return Error{ErrorCode::InvalidValue, u"sqlite: needs the name of a file"_s, {}};
    DatabaseUrl url;
    url.filePath = QFileInfo(path).absoluteFilePath();
    return url;
}

Result<DatabaseUrl> parsePostgres(const QString &text)
{
    if (!PostgresOptions(text).isValid()) {
        // libpq's own message could repeat the password.
        return Error{ErrorCode::InvalidValue,
                     u"this postgresql:// address cannot be read: "
                     "postgresql://user:password@host:port/database is the form"_s,
                     {}};
    }
    DatabaseUrl url;
    url.dialect = Dialect::Postgres;
    url.postgres = text;
    return url;
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    if (text.startsWith(u"sqlite:"_s))
        return parseSqlite(text.sliced(7));
    if (text.startsWith(u"postgresql://"_s) || text.startsWith(u"postgres://"_s))
        return parsePostgres(text);
    return Error{ErrorCode::InvalidValue,
                 u"a database is sqlite:FILE or postgresql://user@host/database"_s,
                 {}};
}

QString DatabaseUrl::displayText() const
{
    if (dialect == Dialect::Sqlite)
        return u"sqlite:"_s + filePath;
    const PostgresOptions options(postgres);
    const QString port = options.value("port");
    return u"postgresql://"_s + options.value("host") + (port.isEmpty() ? QString() : u':' + port) +
           u'/' + options.value("dbname");
}

QList<std::pair<QString, QString>> DatabaseUrl::postgresEnvironment() const
{
    QList<std::pair<QString, QString>> variables;
    if (dialect == Dialect::Sqlite)
        return variables;
    const PostgresOptions options(postgres);
    for (const auto *one = options.first(); one && one->keyword; ++one) {
        if (one->envvar && one->val)
            variables.append({QString::fromUtf8(one->envvar), QString::fromUtf8(one->val)});
    }
    return variables;
}

} // namespace tp::storage
