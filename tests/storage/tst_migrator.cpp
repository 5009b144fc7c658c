// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::Migrator;
using tp::test::FreshDatabases;

class TestMigrator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_url = m_databases.newUrl(Dialect(dialect));
        m_database = m_databases.open(m_url);
        QVERIFY(m_database);
        m_folder = std::make_unique<QTemporaryDir>();
        const QString own = m_url.dialect == Dialect::Sqlite ? u"/sqlite"_s : u"/postgres"_s;
        QVERIFY(QDir(m_folder->path()).mkdir(own.sliced(1)));
        QVERIFY(QFile::copy(u":/sql"_s + own + u"/0001_storage.sql"_s,
                            m_folder->path() + own + u"/0001_storage.sql"_s));
        write(u"0002_two.sql"_s, "CREATE TABLE two (id INTEGER);\n--;;\n"
                                 "INSERT INTO two (id) VALUES (1)\n");
    }

    void cleanup() { m_database.reset(); }

    void theProgramsOwnFilesAreUsedOnce()
    {
        Migrator migrator(*m_database, m_databases.clock);
        const auto planned = migrator.plan();
        QVERIFY(planned);
        QCOMPARE(planned->constFirst().name, u"0001_storage"_s);
        int told = 0;
        const auto applied = migrator.apply(
            [&told, &planned](const Migrator::Planned &migration, int done, int total) {
                QCOMPARE(migration.name, planned->at(done).name);
                QCOMPARE(total, int(planned->size()));
                ++told;
            });
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
        QCOMPARE(told, int(planned->size()));
        QVERIFY(migrator.plan()->isEmpty());
        QVERIFY(migrator.apply());
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM schema_migrations"), told);
    }

    void planningChangesNothing()
    {
        QCOMPARE(own().plan()->size(), 2);
        QCOMPARE(own().plan()->size(), 2);
        QVERIFY(own().apply());
        write(u"0007_seven.sql"_s, "CREATE TABLE seven (id INTEGER)");
        QCOMPARE(own().plan()->size(), 1);
        QCOMPARE(own().plan()->constFirst().number, 7);
        QVERIFY(own().apply());
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM seven"), 0);
    }

    void anEditedFileIsRefused()
    {
        QVERIFY(own().apply());
        write(u"0002_two.sql"_s, "CREATE TABLE two (id INTEGER, more TEXT)");
        refuses(u"0002_two was edited"_s);
    }

    void anUnknownFileIsRefused()
    {
        write(u"0003_three.sql"_s, "CREATE TABLE three (id INTEGER)");
        QVERIFY(own().apply());
        QVERIFY(QFile::remove(path(u"0002_two.sql"_s)));
        refuses(u"0002_two"_s);
    }

    void aNewerDatabaseIsRefused()
    {
        QVERIFY(own().apply());
        QVERIFY(QFile::remove(path(u"0002_two.sql"_s)));
        refuses(u"newer"_s);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        QVERIFY(tp::test::sayHere(*m_database, {"CREATE TABLE places (id INTEGER)"}));
        refuses(u"another program"_s);
    }

    void aFileThatFailsLeavesNothingBehind()
    {
        write(u"0003_three.sql"_s, "CREATE TABLE three (id INTEGER);\n--;;\n"
                                   "INSERT INTO nowhere (id) VALUES (1)\n");
        const auto applied = own().apply();
        QVERIFY(!applied);
        QVERIFY(applied.error().detail.contains(u"0003_three"_s));
        QCOMPARE(own().plan()->size(), 1);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM two"), 1);

        write(u"0003_three.sql"_s, "CREATE TABLE three (id INTEGER)");
        QVERIFY(own().apply());
    }

    void aFileWithoutANumberIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no number") << u"three.sql"_s;
        QTest::newRow("twice") << u"0002_again.sql"_s;
        QTest::newRow("nought") << u"0000_zero.sql"_s;
        QTest::newRow("no name") << u"0003.sql"_s;
    }

    void aFileWithoutANumberIsRefused()
    {
        QFETCH(QString, name);
        write(name, "SELECT 1");
        const auto planned = own().plan();
        QVERIFY(!planned);
        QCOMPARE(planned.error().code, ErrorCode::Internal);
        QVERIFY(!own().apply());
    }

    void twoAtOnceDoNotDisturbOneAnother()
    {
        if (m_url.dialect == Dialect::Sqlite)
            return; // There the lock on the file keeps the second one out.
        std::vector<int> succeeded(4);
        std::vector<std::thread> threads;
        for (int &one : succeeded) {
            threads.emplace_back([this, &one] {
                tp::test::SeededRandom random(1);
                auto database = Database::open(m_url, Database::Sharing::Exclusive, {},
                                               m_databases.clock, random);
                Q_ASSERT(database);
                Migrator migrator(**database, m_databases.clock, m_folder->path());
                one = migrator.apply() ? 1 : 0;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(succeeded, (std::vector<int>{1, 1, 1, 1}));
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM two"), 1);
    }

    void bothDatabasesCarryTheSameNumbers()
    {
        const auto sqlite = tp::storage::readMigrationFiles(u":/sql"_s, Dialect::Sqlite);
        const auto postgres = tp::storage::readMigrationFiles(u":/sql"_s, Dialect::Postgres);
        QVERIFY(sqlite);
        QVERIFY(postgres);
        QStringList ours;
        QStringList theirs;
        for (const auto &file : *sqlite)
            ours.append(file.name);
        for (const auto &file : *postgres)
            theirs.append(file.name);
        QCOMPARE(ours, theirs);
    }

    void statementsArePartedByTheirLine()
    {
        const auto statements = tp::storage::statementsOf("a;\nb;\n--;;\nc --;; not alone\n --;;\n"
                                                          "\n");
        QCOMPARE(statements, (QList<QByteArray>{"a;\nb;\n", "c --;; not alone\n", "\n\n"}));
    }

private:
    Migrator own() { return Migrator(*m_database, m_databases.clock, m_folder->path()); }

    QString path(const QString &name) const
    {
        return m_folder->path() +
               (m_url.dialect == Dialect::Sqlite ? u"/sqlite/"_s : u"/postgres/"_s) + name;
    }

    void write(const QString &name, const QByteArray &sql)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(sql), sql.size());
    }

    void refuses(const QString &words)
    {
        const auto planned = own().plan();
        QVERIFY(!planned);
        QCOMPARE(planned.error().code, ErrorCode::Conflict);
        QVERIFY2(planned.error().detail.contains(words), qPrintable(planned.error().detail));
        const auto applied = own().apply();
        QVERIFY(!applied);
        QCOMPARE(applied.error().detail, planned.error().detail);
    }

    FreshDatabases m_databases;
    tp::storage::DatabaseUrl m_url;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
};

TP_TEST(TestMigrator)
#include "tst_migrator.moc"
