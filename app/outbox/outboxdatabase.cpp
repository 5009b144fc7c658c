// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/outboxdatabase.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace tp::outbox {
namespace {

/// Counted on with each change of the tables; what a newer program wrote is left alone.
constexpr int FormatVersion = 1;

// Numbers and sales are one commit, so that no number is given twice and none is left out. A till
// whose row is missing has lost this file: it may not begin again at 1.
constexpr const char *Tables[] = {
    "CREATE TABLE tills (till_id TEXT PRIMARY KEY, series TEXT NOT NULL, "
    "next_number INTEGER NOT NULL CHECK (next_number > 0)) STRICT",
    "CREATE TABLE sales (position INTEGER PRIMARY KEY AUTOINCREMENT, "
    "order_id TEXT NOT NULL UNIQUE, till_id TEXT NOT NULL REFERENCES tills (till_id), "
    "number TEXT NOT NULL, sold_at INTEGER NOT NULL, body BLOB NOT NULL, record BLOB NOT NULL, "
    "state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'parked')), "
    "reason TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0, sent_at INTEGER, "
    "answer BLOB, UNIQUE (till_id, number)) STRICT",
    "CREATE INDEX sales_not_sent ON sales (state, position) WHERE state <> 'sent'",
    "CREATE INDEX sales_by_sent_at ON sales (sent_at) WHERE state = 'sent'",
};

/// What SQLite's result codes say to whoever stands at the till (sqlite.org/rescode.html).
QString inWords(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 13: // SQLITE_FULL
        return u"The disk is full. Make room, then finish the sale again"_s;
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return u"The folder of the program's data cannot be written to"_s;
    case 10: // SQLITE_IOERR
        return u"The disk does not take what is written to it"_s;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return u"The file that holds this till's sales is damaged"_s;
    case 5: // SQLITE_BUSY
        return u"Another program holds the file with this till's sales"_s;
    }
    return u"The sale could not be written to the disk (%1)"_s.arg(error.databaseText());
}

Error failure(const QSqlError &error)
{
    return {ErrorCode::Internal, inWords(error), {}};
}

} // namespace

Result<void> OutboxDatabase::open()
{
    if (m_database.isOpen())
        return {};
    auto opened = connectFile();
    if (opened)
        opened = makeTables();
    if (!opened)
        close();
    return opened;
}

Result<void> OutboxDatabase::connectFile()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outbox-%1"_s.arg(quintptr(this), 0, 16));
    m_database.setDatabaseName(m_path);
    if (!m_database.open())
        return failure(m_database.lastError());
    // FULL: without it a power cut takes the last commits of a file in WAL mode.
    for (const auto &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                               u"PRAGMA foreign_keys = ON"_s}) {
        QSqlQuery query(m_database);
        if (!query.exec(pragma))
            return failure(query.lastError());
    }
    return {};
}

Result<void> OutboxDatabase::makeTables()
{
    return atOnce([this]() -> Result<void> {
        TP_TRY(QSqlQuery version, run(u"PRAGMA user_version"_s));
        const int found = version.next() ? version.value(0).toInt() : 0;
        version.finish();
        if (found > FormatVersion)
            return Error{ErrorCode::Internal,
                         u"A newer version of the program wrote this till's sales"_s,
                         {}};
        if (found == FormatVersion)
            return {};
        for (const char *table : Tables) {
            TP_TRY(const QSqlQuery made, run(QString::fromLatin1(table)));
        }
        TP_TRY(const QSqlQuery noted, run(u"PRAGMA user_version = %1"_s.arg(FormatVersion)));
        return {};
    });
}

void OutboxDatabase::close()
{
    if (!m_database.isValid())
        return;
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

Result<QSqlQuery> OutboxDatabase::run(const QString &sql, const QVariantList &values)
{
    if (!m_database.isOpen())
        TP_CHECK(open());
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

Result<void> OutboxDatabase::commit()
{
    auto committed = run(u"COMMIT"_s);
    if (committed)
        return {};
    rollBack();
    return committed.error();
}

void OutboxDatabase::rollBack()
{
    // Fails where SQLite has rolled back by itself, as it does when the disk is full.
    static_cast<void>(run(u"ROLLBACK"_s));
}

} // namespace tp::outbox
