// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/freshdatabases.h"

#include <QTest>

namespace tp::test {

using namespace Qt::StringLiterals;
using storage::Database;
using storage::Dialect;
using storage::UnitOfWork;

void FreshDatabases::addRows()
{
    QTest::addColumn<int>("dialect");
    QTest::newRow("sqlite") << int(Dialect::Sqlite);
    QTest::newRow("postgres") << int(Dialect::Postgres);
}

storage::DatabaseUrl FreshDatabases::newUrl(Dialect dialect)
{
    QString text = u"sqlite:%1/shop%2.db"_s.arg(m_folder.path()).arg(++m_count);
    if (dialect == Dialect::Postgres)
        text = postgres() ? postgres()->makeDatabase() : QString();
    const auto url = storage::DatabaseUrl::parse(text);
    return url ? url.value() : storage::DatabaseUrl{};
}

std::unique_ptr<Database> FreshDatabases::open(const storage::DatabaseUrl &url,
                                               Database::Options options)
{
    auto opened = Database::open(url, Database::Sharing::Exclusive, options, clock, random);
    if (opened)
        return std::move(opened).value();
    qWarning() << opened.error().detail;
    return nullptr;
}

PostgresServer *FreshDatabases::postgres()
{
    if (!m_postgres) {
        auto server = std::make_unique<PostgresServer>();
        if (!server->start()) {
            qWarning("PostgreSQL does not start: is the package postgresql installed?");
            return nullptr;
        }
        m_postgres = std::move(server);
    }
    return m_postgres.get();
}

Result<void> sayHere(Database &database, std::initializer_list<const char *> statements)
{
    std::optional<Error> error;
    const auto written = database.writeHere([&](UnitOfWork &work) {
        for (const char *statement : statements) {
            if (const auto done = work.execute(statement); !done) {
                error = done.error();
                return UnitOfWork::Keep::No;
            }
        }
        return UnitOfWork::Keep::Yes;
    });
    return error ? Result<void>(*error) : written;
}

qint64 numberIn(Database &database, const char *sql)
{
    qint64 number = -1;
    auto session = database.openReadSession();
    if (!session)
        return number;
    const auto read = session.value()->read([&number, sql](storage::Snapshot &snapshot) {
        auto rows = snapshot.query(sql);
        if (rows.next())
            number = rows.integer(0);
        if (const auto finished = rows.finish(); !finished)
            qWarning() << finished.error().detail;
    });
    return read ? number : -1;
}

} // namespace tp::test
