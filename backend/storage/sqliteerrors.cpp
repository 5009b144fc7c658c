// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/sqliteerrors.h"

#include <sqlite3.h>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// "UNIQUE constraint failed: products.sku_key" → products.sku_key; also "index 'name'".
QString constraintName(const QString &message)
{
    const qsizetype colon = message.indexOf(u": "_s);
    QString name = colon < 0 ? message : message.sliced(colon + 2);
    if (name.startsWith(u"index '"_s) && name.endsWith(u'\''))
        name = name.sliced(7, name.size() - 8);
    return name;
}

Error violation(int extended, const QString &message)
{
    switch (extended) {
    case SQLITE_CONSTRAINT_DATATYPE:
        return {ErrorCode::Internal, message, {}};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return constraintError(u"foreign_key"_s);
    case SQLITE_CONSTRAINT_TRIGGER:
        return constraintError(message);
    default:
        return constraintError(constraintName(message));
    }
}

QString sentenceFor(int primary, const QString &message)
{
    switch (primary) {
    case SQLITE_FULL:
        return u"the disk is full"_s;
    case SQLITE_IOERR:
        return u"the disk cannot be read or written (%1)"_s.arg(message);
    case SQLITE_READONLY:
        return u"the database cannot be written (%1)"_s.arg(message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return u"another program holds the database"_s;
    case SQLITE_INTERRUPT:
        return u"the reading took too long and was ended"_s;
    case SQLITE_NOTADB:
        return u"the file is not a database"_s;
    case SQLITE_CORRUPT:
        return u"the database file is damaged (%1)"_s.arg(message);
    case SQLITE_CANTOPEN:
        return u"the database file cannot be opened (%1)"_s.arg(message);
    default:
        return message;
    }
}

} // namespace

Error sqliteError(sqlite3 *database, int code)
{
    const QString message = QString::fromUtf8(sqlite3_errmsg(database));
    const int primary = code & 0xff;
    switch (primary) {
    case SQLITE_CONSTRAINT:
        return violation(sqlite3_extended_errcode(database), message);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return {ErrorCode::Unavailable, sentenceFor(primary, message), {}};
    default:
        return {ErrorCode::Internal, sentenceFor(primary, message), {}};
    }
}

Connection::Failure sqliteFailure(int code)
{
    const int primary = code & 0xff;
    return primary == SQLITE_BUSY || primary == SQLITE_LOCKED ? Connection::Failure::LockWait
                                                              : Connection::Failure::Other;
}

} // namespace tp::storage
