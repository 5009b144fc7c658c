// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/database.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::Rows;
using tp::storage::Snapshot;
using tp::storage::UnitOfWork;
using tp::test::FreshDatabases;
using tp::test::Gate;

class TestSnapshots : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_database = m_databases.open(m_databases.newUrl(Dialect(dialect)), {.queueMax = 5});
        QVERIFY(m_database);
        QVERIFY(tp::test::sayHere(*m_database, {"CREATE TABLE things (id INTEGER PRIMARY KEY)",
                                                "INSERT INTO things (id) VALUES (1)"}));
    }

    void cleanup() { m_database.reset(); }

    void whatIsCommittedLaterIsNotSeen()
    {
        auto session = m_database->openReadSession();
        QVERIFY(session);
        const auto read = session.value()->read([this](Snapshot &snapshot) {
            QCOMPARE(count(snapshot), 1);
            QVERIFY(tp::test::sayHere(*m_database, {"INSERT INTO things (id) VALUES (2)"}));
            QCOMPARE(count(snapshot), 1);
        });
        QVERIFY(read);
        QVERIFY(session.value()->read([](Snapshot &snapshot) { QCOMPARE(count(snapshot), 2); }));
    }

    void aSnapshotCannotWrite()
    {
        auto session = m_database->openReadSession();
        QVERIFY(session);
        QVERIFY(session.value()->read([](Snapshot &snapshot) {
            QVERIFY(!snapshot.execute("INSERT INTO things (id) VALUES (3)"));
        }));
        QVERIFY(session.value()->read([](Snapshot &snapshot) { QCOMPARE(count(snapshot), 1); }));
    }

    void aReadThatFailsDoesNotSpoilTheNext()
    {
        auto session = m_database->openReadSession();
        QVERIFY(session);
        QVERIFY(session.value()->read([](Snapshot &snapshot) {
            Rows rows = snapshot.query("SELECT id FROM nowhere");
            QVERIFY(!rows.next());
            QVERIFY(!rows.finish());
        }));
        QVERIFY(session.value()->read([](Snapshot &snapshot) { QCOMPARE(count(snapshot), 1); }));
    }

    void readersWorkBesideOneAnother()
    {
        Gate first;
        Gate second;
        Gate done;
        std::atomic<int> met = 0;
        const auto meet = [&](Gate &mine, Gate &other) {
            return [&](tp::Result<Snapshot *> snapshot) {
                mine.open();
                if (other.pass() && snapshot && count(**snapshot) == 1 && ++met == 2)
                    done.open();
            };
        };
        QVERIFY(m_database->submitRead(meet(first, second)));
        QVERIFY(m_database->submitRead(meet(second, first)));
        QVERIFY(done.pass());
    }

    void tooManyReadsAreRefusedAtOnce()
    {
        Gate gate;
        std::atomic<int> ran = 0;
        const auto wait = [&](tp::Result<Snapshot *>) {
            gate.pass();
            ++ran;
        };
        int taken = 0;
        while (taken < 100 && m_database->submitRead(wait))
            ++taken;
        // Five wait, and each of the two threads may have taken one.
        QVERIFY2(taken >= 5 && taken <= 7, qPrintable(QString::number(taken)));
        gate.open();
        m_database->close();
        QCOMPARE(ran.load(), taken);
    }

    void aReadThatThrowsHarmsNobody()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"boom"_s));
        Gate done;
        QVERIFY(m_database->submitRead(
            [](tp::Result<Snapshot *>) { throw std::runtime_error("boom"); }));
        for (int i = 0; i < 4; ++i) {
            QVERIFY(m_database->submitRead([&](tp::Result<Snapshot *> snapshot) {
                if (snapshot && count(**snapshot) == 1)
                    done.open();
            }));
        }
        QVERIFY(done.pass());
        m_database->close(); // The other reads use the door too.
    }

    void aReadingWithoutAnEndIsEnded()
    {
        auto session = m_database->openReadSession();
        QVERIFY(session);
        std::optional<tp::Error> error;
        QVERIFY(session.value()->read([&error](Snapshot &snapshot) {
            Rows rows = snapshot.query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                                       "SELECT i FROM n) SELECT COUNT(*) FROM n");
            rows.next();
            if (const auto finished = rows.finish(); !finished)
                error = finished.error();
        }));
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::Unavailable);
        QVERIFY(session.value()->read([](Snapshot &snapshot) { QCOMPARE(count(snapshot), 1); }));
    }

    void aHealthyDatabaseIsWell()
    {
        auto session = m_database->openReadSession();
        QVERIFY(session);
        QVERIFY(session.value()->read(
            [this](Snapshot &snapshot) { QVERIFY(m_database->check(snapshot)); }));
    }

private:
    static qint64 count(Snapshot &snapshot)
    {
        Rows rows = snapshot.query("SELECT COUNT(*) FROM things");
        return rows.next() ? rows.integer(0) : -1;
    }

    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

TP_TEST(TestSnapshots)
#include "tst_snapshots.moc"
