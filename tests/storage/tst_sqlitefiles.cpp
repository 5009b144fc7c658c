// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/database.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/mount.h>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::storage::Database;
using tp::storage::DatabaseUrl;
using tp::storage::Dialect;
using tp::storage::UnitOfWork;
using tp::storage::Writer;
using tp::test::FreshDatabases;
using tp::test::Gate;
using Keep = UnitOfWork::Keep;

/// What may be wrong with a database file, and who may use it at the same time.
class TestSqliteFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_url = m_databases.newUrl(Dialect::Sqlite); }

    void aNewFileIsMade()
    {
        QVERIFY(m_databases.open(m_url));
        QVERIFY(QFile::exists(m_url.filePath));
        QVERIFY(m_databases.open(m_url));
    }

    void anEmptyFileIsANewDatabase()
    {
        write("");
        QVERIFY(m_databases.open(m_url));
    }

    void whatIsNotADatabaseIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16).repeated(100);
        QTest::newRow("text") << QByteArray("sku;name;price\n");
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("damaged") << "SQLite format 3" + QByteArray(1, '\0') + QByteArray(4000, 'x');
    }

    void whatIsNotADatabaseIsLeftAlone()
    {
        QFETCH(QByteArray, content);
        write(content);
        refuses(QString());
        QFile file(m_url.filePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aFolderIsNotADatabase()
    {
        QVERIFY(QDir().mkdir(m_url.filePath));
        refuses(u"is a folder"_s);
    }

    void aMissingFolderIsNamed()
    {
        m_url.filePath = u"/nowhere/at all/shop.db"_s;
        refuses(u"/nowhere/at all"_s);
    }

    void aReadOnlyFileIsRefused()
    {
        QVERIFY(m_databases.open(m_url));
        QVERIFY(QFile::setPermissions(m_url.filePath, QFileDevice::ReadOwner));
        refuses(u"read-only"_s);
    }

    void aSecondServeIsToldWhoHasTheFile()
    {
        const auto first = m_databases.open(m_url);
        QVERIFY(first);
        refuses(u"in use by process %1"_s.arg(QCoreApplication::applicationPid()));
    }

    void aLinkToTheFileIsTheFile()
    {
        const auto first = m_databases.open(m_url);
        QVERIFY(first);
        const QString link = m_url.filePath + u".link"_s;
        QVERIFY(QFile::link(m_url.filePath, link));
        m_url.filePath = link;
        refuses(u"in use"_s);
    }

    void theLockEndsWithItsOwner()
    {
        {
            const auto first = m_databases.open(m_url);
            QVERIFY(first);
        }
        QVERIFY(m_databases.open(m_url));
    }

    void theCommandLineWorksBesideAServe()
    {
        const auto serve = m_databases.open(m_url);
        QVERIFY(serve);
        QVERIFY(tp::test::sayHere(*serve, {"CREATE TABLE sales (id INTEGER PRIMARY KEY)"}));
        std::atomic<bool> isDone = false;
        std::atomic<int> sold = 0;
        std::atomic<int> failed = 0;
        std::thread importer([&] {
            tp::test::SeededRandom random(1);
            auto beside =
                Database::open(m_url, Database::Sharing::Beside, {}, m_databases.clock, random);
            for (int i = 0; beside && i < 50; ++i) {
                if (!(*beside)->writeHere([](UnitOfWork &work) { return insert500(work); }))
                    ++failed;
            }
            isDone = true;
        });
        while (!isDone) {
            Gate gate;
            QVERIFY(serve->writer().submit(
                Writer::Lane::Sales,
                [](UnitOfWork &work) {
                    const auto done = work.execute("INSERT INTO sales DEFAULT VALUES");
                    return done ? Keep::Yes : Keep::No;
                },
                [&](const Writer::Outcome &outcome) {
                    ++(outcome.committed ? sold : failed);
                    gate.open();
                }));
            QVERIFY(gate.pass());
        }
        importer.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(tp::test::numberIn(*serve, "SELECT COUNT(*) FROM sales"), 25'000 + sold);
    }

    void aFullDiskFailsTheWholeGroupAndThenItGoesOn()
    {
        QTemporaryDir folder;
        const QByteArray mountPoint = QFile::encodeName(folder.path());
        if (mount("none", mountPoint.constData(), "tmpfs", 0, "size=1m") != 0)
            QSKIP("a small disk can only be made by root");
        m_url.filePath = folder.path() + u"/shop.db"_s;
        {
            const auto database = m_databases.open(m_url);
            QVERIFY(database);
            QVERIFY(tp::test::sayHere(*database, {"CREATE TABLE sales (note TEXT)"}));
            QFile ballast(folder.path() + u"/ballast"_s);
            QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            while (ballast.write(QByteArray(4096, 'x')) == 4096)
                continue;

            const auto full = sellThree(*database);
            QCOMPARE(full, 0);
            QVERIFY(ballast.resize(0));
            QCOMPARE(sellThree(*database), 3);
            QCOMPARE(tp::test::numberIn(*database, "SELECT COUNT(*) FROM sales"), 3);
        }
        umount(mountPoint.constData());
    }

    void aBackupIsOneMomentOfALivingDatabase()
    {
        const auto database = m_databases.open(m_url);
        QVERIFY(database);
        QVERIFY(tp::test::sayHere(*database, {"CREATE TABLE sales (id INTEGER PRIMARY KEY)"}));
        QVERIFY(database->writeHere([](UnitOfWork &work) { return insert500(work); }));
        DatabaseUrl copy;
        copy.filePath = m_url.filePath + u".backup"_s;
        int steps = 0;
        const auto done = database->backup(copy.filePath, [&](int pagesDone, int pages) {
            QVERIFY(pagesDone <= pages);
            ++steps;
            QVERIFY(database->writeHere([](UnitOfWork &work) { return insert500(work); }));
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QVERIFY(steps > 0);
        const auto opened = m_databases.open(copy);
        QVERIFY(opened);
        QCOMPARE(tp::test::numberIn(*opened, "SELECT COUNT(*) FROM sales"), 500);
        QCOMPARE(database->backup(copy.filePath, {}).error().code, ErrorCode::Conflict);
        QVERIFY(!database->backup(u"/nowhere/shop.backup"_s, {}));
    }

    void theWalIsWrittenBackWithoutTheWriter()
    {
        const auto database = m_databases.open(m_url);
        QVERIFY(database);
        QVERIFY(tp::test::sayHere(*database, {"CREATE TABLE sales (note TEXT)"}));
        const std::string note(100'000, 'x');
        for (int i = 0; i < 200; ++i) {
            Gate gate;
            QVERIFY(database->writer().submit(
                Writer::Lane::Sales,
                [&note](UnitOfWork &work) {
                    const auto done = work.execute("INSERT INTO sales (note) VALUES ($1)", {note});
                    return done ? Keep::Yes : Keep::No;
                },
                [&gate](const Writer::Outcome &) { gate.open(); }));
            QVERIFY(gate.pass());
        }
        QTRY_VERIFY(QFileInfo(m_url.filePath).size() > 4'000'000);
        database->close();
        QCOMPARE(QFileInfo(m_url.filePath + u"-wal"_s).size(), 0);
    }

    void theWalStaysSmallWhileSalesNeverPause()
    {
        const auto database = m_databases.open(m_url);
        QVERIFY(database);
        QVERIFY(tp::test::sayHere(*database, {"CREATE TABLE sales (note TEXT)"}));
        constexpr int Tills = 16;
        constexpr int SalesEach = 1'500;
        std::atomic<int> kept = 0;
        std::vector<std::thread> tills;
        for (int i = 0; i < Tills; ++i) {
            tills.emplace_back([&] {
                for (int sale = 0; sale < SalesEach; ++sale)
                    kept += sellOne(*database);
            });
        }
        for (std::thread &till : tills)
            till.join();
        QCOMPARE(kept.load(), Tills * SalesEach);
        const qint64 written = tp::test::numberIn(*database, "PRAGMA page_count") * 4096;
        const qint64 wal = QFileInfo(m_url.filePath + u"-wal"_s).size();
        QVERIFY(written > 200'000'000);
        QVERIFY2(wal < 120'000'000, qPrintable(QString::number(wal)));
    }

private:
    /// Waits until a sale of three pages is on disk; 1 when it was kept.
    static int sellOne(Database &database)
    {
        static const std::string note(10'000, 'x');
        Gate gate;
        int kept = 0;
        const bool taken = database.writer().submit(
            Writer::Lane::Sales,
            [](UnitOfWork &work) {
                const auto done = work.execute("INSERT INTO sales (note) VALUES ($1)", {note});
                return done ? Keep::Yes : Keep::No;
            },
            [&](const Writer::Outcome &outcome) {
                kept = outcome.committed ? 1 : 0;
                gate.open();
            });
        return taken && gate.pass() ? kept : 0;
    }

    static Keep insert500(UnitOfWork &work)
    {
        for (int i = 0; i < 500; ++i) {
            if (!work.execute("INSERT INTO sales DEFAULT VALUES"))
                return Keep::No;
        }
        return Keep::Yes;
    }

    /// How many of three sales, each of some size, were kept.
    static int sellThree(Database &database)
    {
        std::atomic<int> kept = 0;
        Gate gates[3];
        const std::string note(20'000, 'x');
        for (Gate &gate : gates) {
            const bool taken = database.writer().submit(
                Writer::Lane::Sales,
                [&note](UnitOfWork &work) {
                    const auto done = work.execute("INSERT INTO sales (note) VALUES ($1)", {note});
                    return done ? Keep::Yes : Keep::No;
                },
                [&](const Writer::Outcome &outcome) {
                    if (outcome.committed)
                        ++kept;
                    gate.open();
                });
            Q_ASSERT(taken);
        }
        for (Gate &gate : gates)
            gate.pass();
        return kept;
    }

    void write(const QByteArray &content)
    {
        QFile file(m_url.filePath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    void refuses(const QString &words)
    {
        const auto opened = Database::open(m_url, Database::Sharing::Exclusive, {},
                                           m_databases.clock, m_databases.random);
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(words), qPrintable(opened.error().detail));
        QVERIFY(!opened.error().detail.contains(u'\n'));
    }

    FreshDatabases m_databases;
    DatabaseUrl m_url;
};

TP_TEST(TestSqliteFiles)
#include "tst_sqlitefiles.moc"
