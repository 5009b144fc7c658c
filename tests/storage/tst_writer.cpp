// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/writer.h"
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
using tp::storage::UnitOfWork;
using tp::storage::Writer;
using tp::test::FreshDatabases;
using tp::test::Gate;
using Keep = UnitOfWork::Keep;

namespace {

/// A job that is asked to be done, and how it ended.
class Asked
{
public:
    void settle(Writer::Outcome outcome)
    {
        m_outcome = std::move(outcome);
        m_gate.open();
    }
    Writer::Outcome wait()
    {
        if (m_gate.pass())
            return m_outcome;
        return {tp::Error{ErrorCode::Internal, u"never settled"_s, {}}, true};
    }
    Writer::Done done()
    {
        return [this](Writer::Outcome outcome) { settle(std::move(outcome)); };
    }

private:
    Gate m_gate;
    Writer::Outcome m_outcome;
};

Writer::Job inserting(int id, Keep keep = Keep::Yes)
{
    return [id, keep](UnitOfWork &work) {
        const auto done = work.execute("INSERT INTO sales (id) VALUES ($1)", {id});
        return done ? keep : Keep::No;
    };
}

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init() { openDatabase({}); }
    void cleanup() { m_database.reset(); }

    void anAnswerGoesOnlyAfterTheCommit()
    {
        std::atomic<int> early = 0;
        std::vector<Asked> asked(20);
        for (int i = 0; i < 20; ++i) {
            const bool taken = writer().submit(
                Writer::Lane::Sales, inserting(i),
                [this, &early, &asked, i](Writer::Outcome outcome) {
                    // Another connection must see it by now.
                    const QByteArray sql =
                        "SELECT COUNT(*) FROM sales WHERE id = " + QByteArray::number(i);
                    if (tp::test::numberIn(*m_database, sql.constData()) != 1)
                        ++early;
                    asked[std::size_t(i)].settle(std::move(outcome));
                });
            QVERIFY(taken);
        }
        for (Asked &one : asked)
            QVERIFY(one.wait().committed);
        QCOMPARE(early.load(), 0);
        QCOMPARE(sales(), 20);
    }

    void jobsThatWaitShareACommit()
    {
        if (m_database->dialect() == Dialect::Postgres)
            return; // There each job is a transaction, and the server joins the flushes.
        std::vector<Asked> asked(10);
        std::atomic<qint64> seenByFirst = 0;
        const Hold hold(*this);
        for (int i = 0; i < 10; ++i) {
            QVERIFY(writer().submit(Writer::Lane::Sales, inserting(i),
                                    [this, &asked, &seenByFirst, i](Writer::Outcome outcome) {
                                        if (i == 0)
                                            seenByFirst = sales();
                                        asked[std::size_t(i)].settle(std::move(outcome));
                                    }));
        }
        hold.end();
        for (Asked &one : asked)
            QVERIFY(one.wait().committed);
        QCOMPARE(seenByFirst.load(), 10);
    }

    void aJobThatSaysNoIsUndoneAlone()
    {
        std::vector<Asked> asked(30);
        const Hold hold(*this);
        for (int i = 0; i < 30; ++i) {
            QVERIFY(writer().submit(Writer::Lane::Sales,
                                    inserting(i, i % 3 == 0 ? Keep::No : Keep::Yes),
                                    asked[std::size_t(i)].done()));
        }
        hold.end();
        for (Asked &one : asked)
            QVERIFY(one.wait().committed);
        QCOMPARE(sales(), 20);
    }

    void aJobThatThrowsIsUndoneAlone()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"boom"_s));
        Asked good;
        Asked bad;
        const Hold hold(*this);
        QVERIFY(writer().submit(
            Writer::Lane::Sales,
            [](UnitOfWork &work) {
                (void)inserting(1)(work);
                throw std::runtime_error("boom");
                return Keep::Yes;
            },
            bad.done()));
        QVERIFY(writer().submit(Writer::Lane::Sales, inserting(2), good.done()));
        hold.end();
        QVERIFY(good.wait().committed);
        const auto outcome = bad.wait();
        QVERIFY(!outcome.committed);
        QCOMPARE(outcome.committed.error().code, ErrorCode::Internal);
        QVERIFY(!outcome.unknown);
        QCOMPARE(sales(), 1);
    }

    void aJobThatKeepsARefusalIsUndoneAlone()
    {
        Asked first;
        Asked second;
        const Hold hold(*this);
        QVERIFY(writer().submit(
            Writer::Lane::Sales,
            [](UnitOfWork &work) {
                (void)inserting(1)(work);
                (void)inserting(1)(work);
                return Keep::Yes;
            },
            first.done()));
        QVERIFY(writer().submit(Writer::Lane::Sales, inserting(1), second.done()));
        hold.end();
        const auto outcome = first.wait();
        QVERIFY(!outcome.committed);
        QCOMPARE(outcome.committed.error().code, ErrorCode::Internal);
        QVERIFY(second.wait().committed);
        QCOMPARE(sales(), 1);
    }

    void anAnswerThatThrowsHarmsNobody()
    {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"boom"_s));
        Asked thrown;
        Asked next;
        QVERIFY(writer().submit(Writer::Lane::Sales, inserting(1), [&](Writer::Outcome outcome) {
            thrown.settle(std::move(outcome));
            throw std::runtime_error("boom");
        }));
        QVERIFY(writer().submit(Writer::Lane::Sales, inserting(2), next.done()));
        QVERIFY(thrown.wait().committed); // PostgreSQL does the two beside each other.
        QVERIFY(next.wait().committed);
        QCOMPARE(sales(), 2);
    }

    void aFullQueueSaysSoAtOnce()
    {
        openDatabase({.readers = 1, .postgresWriters = 1, .queueMax = 3});
        std::vector<Asked> asked(3);
        const Hold hold(*this);
        for (Asked &one : asked)
            QVERIFY(writer().submit(Writer::Lane::Sales, inserting(int(&one - asked.data())),
                                    one.done()));
        QVERIFY(!writer().submit(Writer::Lane::Sales, inserting(9), {}));
        QCOMPARE(writer().waiting(), 3);
        // The other lane has room of its own.
        Asked bulk;
        QVERIFY(writer().submit(Writer::Lane::Bulk, inserting(10), bulk.done()));
        hold.end();
        for (Asked &one : asked)
            QVERIFY(one.wait().committed);
        QVERIFY(bulk.wait().committed);
        QCOMPARE(sales(), 4);
    }

    void salesGoBeforeBulkWork()
    {
        openDatabase({.readers = 1, .postgresWriters = 1, .queueMax = 100});
        std::vector<int> order; // Written by the only writer's thread, read after the last job.
        std::vector<Asked> asked(6);
        const Hold hold(*this);
        for (int i = 0; i < 6; ++i) {
            const auto lane = i < 3 ? Writer::Lane::Bulk : Writer::Lane::Sales;
            const auto job = [&order, i](UnitOfWork &) {
                order.push_back(i);
                return Keep::Yes;
            };
            QVERIFY(writer().submit(lane, job, asked[std::size_t(i)].done()));
        }
        hold.end();
        for (Asked &one : asked)
            QVERIFY(one.wait().committed);
        QCOMPARE(order, (std::vector<int>{3, 4, 5, 0, 1, 2}));
    }

    void bulkWorkIsNotStarvedBySales()
    {
        openDatabase({.readers = 1, .postgresWriters = 1, .queueMax = 100'000});
        std::atomic<bool> isBulkDone = false;
        std::atomic<int> jobs = 0;
        Gate done;
        const Hold hold(*this);
        // Each sale brings the next one, so the lane is never empty until the bulk work is done.
        std::function<void()> another = [&] {
            QVERIFY(writer().submit(Writer::Lane::Sales,
                                    [&](UnitOfWork &) {
                                        if (!isBulkDone && ++jobs < 5'000)
                                            another();
                                        return Keep::No;
                                    },
                                    {}));
        };
        another();
        QVERIFY(writer().submit(
            Writer::Lane::Bulk, [](UnitOfWork &) { return Keep::No; },
            [&](const Writer::Outcome &) {
                isBulkDone = true;
                done.open();
            }));
        hold.end();
        QVERIFY(done.pass());
        QVERIFY(jobs < 5'000);
        m_database->close(); // The last sale uses what stands above.
    }

    void closingRunsWhatWaits()
    {
        std::vector<Asked> asked(20);
        {
            const Hold hold(*this);
            for (int i = 0; i < 20; ++i)
                QVERIFY(writer().submit(i % 2 ? Writer::Lane::Bulk : Writer::Lane::Sales,
                                        inserting(i), asked[std::size_t(i)].done()));
        }
        m_database->close();
        for (Asked &one : asked)
            QVERIFY(one.wait().committed);
        QVERIFY(!writer().submit(Writer::Lane::Sales, inserting(99), {}));
        QVERIFY(!m_database->submitRead([](tp::Result<tp::storage::Snapshot *>) {}));
        m_database->close();
        QCOMPARE(sales(), 20);
    }

    void timeStandsStillInsideAJobAndIdsDiffer()
    {
        Asked asked;
        std::vector<qint64> times;
        std::vector<tp::Uuid> ids;
        QVERIFY(writer().submit(
            Writer::Lane::Sales,
            [&](UnitOfWork &work) {
                times = {work.nowMs()};
                ids = {work.newId(), work.newId()};
                m_databases.clock.advance(1000);
                times.push_back(work.nowMs());
                return Keep::No;
            },
            asked.done()));
        QVERIFY(asked.wait().committed);
        QCOMPARE(times[0], times[1]);
        QVERIFY(ids[0] != ids[1]);
    }

    void writersTogetherLoseNothing()
    {
        // A hot row, as a counter is: every job adds one to it.
        QVERIFY(tp::test::sayHere(*m_database, {"INSERT INTO sales (id, n) VALUES (0, 0)"}));
        std::vector<Asked> asked(400);
        for (Asked &one : asked) {
            QVERIFY(writer().submit(
                Writer::Lane::Sales,
                [](UnitOfWork &work) {
                    const auto done = work.execute("UPDATE sales SET n = n + 1 WHERE id = 0");
                    return done ? Keep::Yes : Keep::No;
                },
                one.done()));
        }
        for (Asked &one : asked)
            QVERIFY(one.wait().committed);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT n FROM sales WHERE id = 0"), 400);
    }

private:
    /// Keeps every writer busy, so that what is asked meanwhile waits together.
    class Hold
    {
    public:
        explicit Hold(TestWriter &test)
        {
            const int writers = test.m_writers;
            std::vector<std::shared_ptr<Gate>> begun;
            for (int i = 0; i < writers; ++i) {
                begun.push_back(std::make_shared<Gate>());
                const bool taken =
                    test.writer().submit(Writer::Lane::Sales,
                                         [gate = m_gate, started = begun.back()](UnitOfWork &) {
                                             started->open();
                                             gate->pass();
                                             return Keep::No;
                                         },
                                         {});
                Q_ASSERT(taken);
            }
            for (const auto &one : begun)
                one->pass();
        }
        ~Hold() { end(); }
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;
        void end() const { m_gate->open(); }

    private:
        std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
    };

    void openDatabase(Database::Options options)
    {
        QFETCH_GLOBAL(int, dialect);
        m_database = m_databases.open(m_databases.newUrl(Dialect(dialect)), options);
        QVERIFY(m_database);
        m_writers = Dialect(dialect) == Dialect::Sqlite ? 1 : options.postgresWriters;
        QVERIFY(tp::test::sayHere(*m_database,
                                  {"CREATE TABLE sales (id INTEGER PRIMARY KEY, n INTEGER)"}));
    }

    Writer &writer() { return m_database->writer(); }
    qint64 sales() { return tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM sales"); }

    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
    int m_writers = 1;
};

TP_TEST(TestWriter)
#include "tst_writer.moc"
