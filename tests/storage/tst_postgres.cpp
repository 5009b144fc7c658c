// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/database.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::storage::Database;
using tp::storage::DatabaseUrl;
using tp::storage::Dialect;
using tp::storage::Rows;
using tp::storage::Snapshot;
using tp::storage::UnitOfWork;
using tp::storage::Writer;
using tp::test::FreshDatabases;
using tp::test::Gate;
using Keep = UnitOfWork::Keep;

/// What only a server can do to us: it goes away, it hangs, it refuses for a moment.
class TestPostgres : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_url = m_databases.newUrl(Dialect::Postgres);
        m_database = m_databases.open(m_url);
        QVERIFY(m_database);
        QVERIFY(tp::test::sayHere(*m_database, {"CREATE TABLE sales (id BIGINT PRIMARY KEY)",
                                                "CREATE TABLE levels (id BIGINT PRIMARY KEY, "
                                                "n BIGINT NOT NULL)",
                                                "INSERT INTO levels VALUES (1, 0), (2, 0)"}));
    }

    void cleanup() { m_database.reset(); }

    void aConnectionLostBeforeTheCommitIsTriedAgain()
    {
        int attempts = 0;
        const auto outcome = write([&attempts](UnitOfWork &work) {
            ++attempts;
            if (!work.execute("INSERT INTO sales (id) VALUES (1)"))
                return Keep::No;
            if (attempts == 1)
                (void)work.execute("SELECT pg_terminate_backend(pg_backend_pid())");
            return Keep::Yes;
        });
        QVERIFY2(outcome.committed, outcome.committed ? "" : "not committed");
        QCOMPARE(attempts, 2);
        QCOMPARE(sales(), 1);
    }

    void anIdleConnectionThatWasLostIsNotNoticed()
    {
        for (int i = 0; i < 3; ++i) {
            const auto outcome = write([i](UnitOfWork &work) {
                return work.execute("INSERT INTO sales (id) VALUES ($1)", {i}) ? Keep::Yes
                                                                               : Keep::No;
            });
            QVERIFY(outcome.committed);
            (void)tp::test::sayHere(*m_database, {"SELECT pg_terminate_backend(pid) FROM "
                                                  "pg_stat_activity WHERE pid <> pg_backend_pid() "
                                                  "AND datname = current_database()"});
        }
        QCOMPARE(sales(), 3);
    }

    void aConnectionLostAtTheCommitIsUnknown()
    {
        QVERIFY(tp::test::sayHere(
            *m_database,
            {"CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS "
             "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'",
             "CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON sales DEFERRABLE INITIALLY DEFERRED "
             "FOR EACH ROW EXECUTE FUNCTION die()"}));
        int attempts = 0;
        const auto outcome = write([&attempts](UnitOfWork &work) {
            ++attempts;
            return work.execute("INSERT INTO sales (id) VALUES (1)") ? Keep::Yes : Keep::No;
        });
        QVERIFY(!outcome.committed);
        QCOMPARE(outcome.committed.error().code, ErrorCode::Unavailable);
        QVERIFY(outcome.unknown);
        QCOMPARE(attempts, 1);
    }

    void aServerThatIsAwayForAMomentIsFoundAgain()
    {
        QVERIFY(writeOne(1).committed);
        QVERIFY(read());
        QVERIFY(m_databases.postgres()->crashAndStartAgain());
        QVERIFY(writeOne(2).committed);
        QVERIFY(read());
        QCOMPARE(sales(), 2);
    }

    void whileAServerIsAwayWritesAreRefused()
    {
        QVERIFY(writeOne(1).committed);
        QVERIFY(m_databases.postgres()->stop());
        for (int i = 0; i < 20; ++i) {
            const auto outcome = writeOne(2);
            QVERIFY(!outcome.committed);
            QCOMPARE(outcome.committed.error().code, ErrorCode::Unavailable);
            QVERIFY(!outcome.unknown);
        }
        QVERIFY(!read());
        QVERIFY(m_databases.postgres()->startAgain());
        // Each writer and reader finds the server again by itself, so one that did says nothing of
        // the next: what is asked here is asked once, until it is true.
        QVERIFY(QTest::qWaitFor([this] { return bool(writeOne(3).committed); }, WaitMs));
        QVERIFY(QTest::qWaitFor([this] { return read(); }, WaitMs));
    }

    void aDeadlockIsRunAgain()
    {
        Gate first;
        Gate second;
        std::atomic<int> attempts = 0;
        const auto crosswise = [&attempts](int one, int other, Gate &mine, Gate &theirs) {
            return [&, one, other](UnitOfWork &work) {
                ++attempts;
                const char *sql = "UPDATE levels SET n = n + 1 WHERE id = $1";
                if (!work.execute(sql, {one}))
                    return Keep::No;
                mine.open();
                theirs.pass();
                return work.execute(sql, {other}) ? Keep::Yes : Keep::No;
            };
        };
        std::atomic<int> kept = 0;
        Gate done[2];
        const auto settle = [&kept](Gate &gate) {
            return [&](const Writer::Outcome &outcome) {
                kept += outcome.committed ? 1 : 0;
                gate.open();
            };
        };
        QVERIFY(m_database->writer().submit(Writer::Lane::Sales, crosswise(1, 2, first, second),
                                            settle(done[0])));
        QVERIFY(m_database->writer().submit(Writer::Lane::Sales, crosswise(2, 1, second, first),
                                            settle(done[1])));
        QVERIFY(done[0].pass());
        QVERIFY(done[1].pass());
        QCOMPARE(kept.load(), 2);
        QVERIFY(attempts.load() > 2);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT n FROM levels WHERE id = 1"), 2);
    }

    void aConflictInsideNestedWorkIsRunAgain()
    {
        int attempts = 0;
        const auto outcome = write([&attempts](UnitOfWork &work) {
            ++attempts;
            bool isDone = false;
            const auto nested = work.nested([&] {
                const char *sql =
                    attempts == 1 ? "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40P01'; END $$"
                                  : "INSERT INTO sales (id) VALUES (1)";
                isDone = bool(work.execute(sql));
                return isDone ? Keep::Yes : Keep::No;
            });
            return nested && isDone ? Keep::Yes : Keep::No;
        });
        QVERIFY(outcome.committed);
        QCOMPARE(attempts, 2);
        QCOMPARE(sales(), 1);
    }

    void aConflictThatStaysIsGivenUp()
    {
        int attempts = 0;
        const auto outcome = write([&attempts](UnitOfWork &work) {
            ++attempts;
            (void)work.execute("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$");
            return Keep::Yes;
        });
        QVERIFY(!outcome.committed);
        QCOMPARE(outcome.committed.error().code, ErrorCode::Unavailable);
        QVERIFY(!outcome.unknown);
        QCOMPARE(attempts, 3);
    }

    void aServerThatIsAwayIsUnavailable()
    {
        const auto url = DatabaseUrl::parse(u"postgresql://u:secret@/shop?host=/nowhere"_s);
        QVERIFY(url);
        const auto opened = Database::open(*url, Database::Sharing::Exclusive, {},
                                           m_databases.clock, m_databases.random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unavailable);
        QVERIFY(!opened.error().detail.contains(u"secret"_s));
        QVERIFY(!opened.error().detail.contains(u'\n'));
    }

    void aServerThatAnswersBeforeTheDiskIsRefused()
    {
        const auto url =
            DatabaseUrl::parse(m_url.postgres + u"&options=-csynchronous_commit%3Doff"_s);
        QVERIFY(url);
        const auto opened = Database::open(*url, Database::Sharing::Exclusive, {},
                                           m_databases.clock, m_databases.random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::InvalidValue);
        QVERIFY(opened.error().detail.contains(u"synchronous_commit"_s));
    }

    void severalBackendsShareIt()
    {
        auto second = m_databases.open(m_url);
        QVERIFY(second);
        QVERIFY(writeOne(1).committed);
        QCOMPARE(tp::test::numberIn(*second, "SELECT COUNT(*) FROM sales"), 1);
    }

private:
    static constexpr int WaitMs = 60'000;

    Writer::Outcome write(const Writer::Job &job)
    {
        Writer::Outcome result;
        Gate gate;
        const bool taken =
            m_database->writer().submit(Writer::Lane::Sales, job, [&](Writer::Outcome outcome) {
                result = std::move(outcome);
                gate.open();
            });
        Q_ASSERT(taken);
        if (!gate.pass())
            result.committed = tp::Error{ErrorCode::Internal, u"never settled"_s, {}};
        return result;
    }

    Writer::Outcome writeOne(int id)
    {
        return write([id](UnitOfWork &work) {
            return work.execute("INSERT INTO sales (id) VALUES ($1)", {id}) ? Keep::Yes : Keep::No;
        });
    }

    /// On a reader's thread, whose connection may have been lost meanwhile.
    bool read()
    {
        Gate gate;
        std::atomic<bool> isRead = false;
        const bool taken = m_database->submitRead([&](tp::Result<Snapshot *> snapshot) {
            if (snapshot) {
                Rows rows = (*snapshot)->query("SELECT COUNT(*) FROM sales");
                isRead = rows.next();
            }
            gate.open();
        });
        return taken && gate.pass() && isRead;
    }

    qint64 sales() { return tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM sales"); }

    FreshDatabases m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<Database> m_database;
};

TP_TEST(TestPostgres)
#include "tst_postgres.moc"
