// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/events/outbox.h"
#include "backend/events/relay.h"
#include "backend/storage/migrator.h"
#include "tests/storage/feedear.h"
#include "tests/storage/freshdatabases.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <random>

using tp::Actor;
using tp::Grant;
using tp::Permission;
using tp::contract::EventType;
using tp::events::Audience;
using tp::events::Event;
using tp::events::Outbox;
using tp::events::OutboxQueries;
using tp::events::Relay;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::UnitOfWork;
using tp::storage::Writer;
using tp::test::FeedEar;
using tp::test::FreshDatabases;
using tp::test::numberIn;
using Keep = UnitOfWork::Keep;

namespace {

constexpr int WaitMs = 20'000;

Event eventOf(const std::string &subject, Audience audience = {})
{
    return {EventType::ProductChanged, subject, "{}", std::move(audience)};
}

bool addHere(Database &database, const std::string &subject)
{
    bool isAdded = false;
    const auto written = database.writeHere([&](UnitOfWork &work) {
        isAdded = bool(Outbox::add(work, eventOf(subject)));
        return Keep::Yes;
    });
    database.commitBell().ring(); // As the writers do.
    return written && isAdded;
}

/// From the beginning; one that is there is heard.
std::shared_ptr<FeedEar> listen(Relay &relay, qint64 after = 0, const Actor &actor = {})
{
    auto ear = std::make_shared<FeedEar>(relay);
    ear->begin(actor, after);
    return ear;
}

} // namespace

/// What is committed is heard once, in one order, by whoever may, on both databases.
class TestOutbox final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_url = m_databases.newUrl(Dialect(dialect));
        m_database = open();
        QVERIFY(m_database);
        QVERIFY(tp::storage::Migrator(*m_database, m_databases.clock).apply());
    }
    void cleanup() { m_database.reset(); }

    void whatIsCommittedIsHeardInOrder()
    {
        Relay relay(*m_database, m_databases.clock);
        relay.start();
        const auto ear = listen(relay);
        for (const char *subject : {"a", "b", "c"})
            QVERIFY(addHere(*m_database, subject));
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), QStringLiteral("a b c"), WaitMs);
        QVERIFY(ear->isAscending());
    }

    void whatIsUndoneIsNotHeard()
    {
        Relay relay(*m_database, m_databases.clock);
        relay.start();
        const auto ear = listen(relay);
        QVERIFY(m_database->writeHere([](UnitOfWork &work) {
            return Outbox::add(work, eventOf("undone")) ? Keep::No : Keep::Yes;
        }));
        QVERIFY(addHere(*m_database, "kept"));
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), QStringLiteral("kept"), WaitMs);
    }

    void ofOneSubjectOnlyTheLastIsTold()
    {
        QVERIFY(m_database->writeHere([](UnitOfWork &work) {
            const auto tell = [&work](const char *key, const char *subject) {
                Outbox::tellAtEnd(work, key, [subject] { return eventOf(subject); });
            };
            tell("order", "placed");
            tell("payment", "taken");
            tell("order", "confirmed");
            const auto nested = work.nested([&] {
                tell("order", "undone");
                tell("other", "undone");
                return Keep::No;
            });
            return nested ? Keep::Yes : Keep::No;
        }));
        Relay relay(*m_database, m_databases.clock);
        relay.start();
        const auto ear = listen(relay);
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), QStringLiteral("taken confirmed"), WaitMs);
    }

    /// A transaction that began first and ends last has the lowest id, and its event the highest
    /// number: whoever has heard the others hears it yet.
    void aLateCommitIsNotMissed()
    {
        QFETCH_GLOBAL(int, dialect);
        if (Dialect(dialect) == Dialect::Sqlite)
            QSKIP("one writes at a time");
        const auto other = open();
        Relay relay(*other, m_databases.clock);
        relay.start();
        const auto ear = listen(relay);
        bool isHeard = false;
        QVERIFY(m_database->writeHere([&](UnitOfWork &work) {
            if (!Outbox::add(work, eventOf("late")) || !addHere(*other, "early"))
                return Keep::No;
            isHeard =
                QTest::qWaitFor([&] { return ear->subjects() == QStringLiteral("early"); }, WaitMs);
            return Keep::Yes;
        }));
        QVERIFY(isHeard);
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), QStringLiteral("early late"), WaitMs);
        QVERIFY(ear->isAscending());
    }

    /// Nobody rings, and nobody is told.
    void aLostNoticeIsMadeUpFor()
    {
        const auto elsewhere = open(Database::Sharing::Beside);
        Relay relay(*m_database, m_databases.clock);
        relay.start();
        const auto ear = listen(relay);
        QVERIFY(elsewhere->writeHere([](UnitOfWork &work) {
            return Outbox::add(work, eventOf("quiet")) ? Keep::Yes : Keep::No;
        }));
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), QStringLiteral("quiet"), WaitMs);
    }

    void whoIsNotHungryGetsNothing()
    {
        Relay relay(*m_database, m_databases.clock);
        relay.start();
        const auto ear = std::make_shared<FeedEar>(relay, FeedEar::Appetite::Once);
        ear->begin({}, 0);
        QVERIFY(addHere(*m_database, "first"));
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), QStringLiteral("first"), WaitMs);
        const auto other = listen(relay);
        QVERIFY(addHere(*m_database, "second"));
        QTRY_COMPARE_WITH_TIMEOUT(other->subjects(), QStringLiteral("first second"), WaitMs);
        QCOMPARE(ear->subjects(), QStringLiteral("first"));
        QVERIFY(relay.behind() > 0);
        ear->askForMore();
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), QStringLiteral("first second"), WaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(relay.behind(), 0, WaitMs);
    }

    void onlyWhoMayReadItHears_data()
    {
        QTest::addColumn<bool>("mayReadAll");
        QTest::addColumn<bool>("mayReadOwn");
        QTest::addColumn<QString>("hears");
        QTest::newRow("nobody in particular") << false << false << QStringLiteral("open");
        QTest::newRow("a customer") << false << true << QStringLiteral("open mine");
        QTest::newRow("staff") << true << true << QStringLiteral("open mine theirs");
    }
    void onlyWhoMayReadItHears()
    {
        QFETCH(const bool, mayReadAll);
        QFETCH(const bool, mayReadOwn);
        QFETCH(const QString, hears);
        Actor actor;
        actor.id = QStringLiteral("me");
        if (mayReadAll)
            actor.grants.add(Permission::OrdersReadAll, Grant::free());
        if (mayReadOwn)
            actor.grants.add(Permission::OrdersReadOwn, Grant::within({tp::Limit::Own}));
        QVERIFY(m_database->writeHere([](UnitOfWork &work) {
            const auto all = Permission::OrdersReadAll;
            const bool isAdded =
                Outbox::add(work, eventOf("open", Audience::everybody())) &&
                Outbox::add(work, eventOf("mine", Audience::whoMay(all, "me"))) &&
                Outbox::add(work, eventOf("theirs", Audience::whoMay(all, "you"))) &&
                Outbox::add(work, eventOf("nobodys", Audience::whoMay(Permission::KeysRotate))) &&
                work.execute("UPDATE outbox SET readers = 'of.a.newer.backend' "
                             "WHERE subject = 'nobodys'");
            return isAdded ? Keep::Yes : Keep::No;
        }));
        QVERIFY(addHere(*m_database, "end"));
        Relay relay(*m_database, m_databases.clock);
        relay.start();
        const auto ear = listen(relay, 0, actor);
        QTRY_COMPARE_WITH_TIMEOUT(ear->subjects(), hears + QStringLiteral(" end"), WaitMs);
    }

    void whatIsOldOrTooMuchIsForgotten()
    {
        Relay relay(*m_database, m_databases.clock);
        relay.start();
        for (int i = 0; i < 5; ++i)
            QVERIFY(addHere(*m_database, std::to_string(i)));
        const auto all = listen(relay);
        QTRY_COMPARE_WITH_TIMEOUT(all->subjects(), QStringLiteral("0 1 2 3 4"), WaitMs);
        const qint64 second = all->seqs().at(1);
        QVERIFY(prune(3));
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM outbox"), 3);
        const auto late = listen(relay, second);
        QTRY_COMPARE_WITH_TIMEOUT(late->subjects(), QStringLiteral("2 3 4"), WaitMs);
        const auto tooLate = listen(relay, second - 1);
        QTRY_VERIFY_WITH_TIMEOUT(tooLate->hasEnded(), WaitMs);
        QCOMPARE(tooLate->subjects(), QString());

        m_databases.clock.advance(Outbox::KeptMs + 1);
        QVERIFY(prune(1000));
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(*) FROM outbox"), 0);
        // No number is given twice, though nothing is left.
        QVERIFY(addHere(*m_database, "new"));
        QTRY_COMPARE_WITH_TIMEOUT(late->subjects(), QStringLiteral("2 3 4 new"), WaitMs);
        QVERIFY(late->isAscending());
    }

    /// Eight write at once, some in vain. One relay is stopped in the middle of it and another goes
    /// on; listeners leave and come back where they were. Each hears each event once, in order.
    void eightWritersAndListenersThatComeAndGo()
    {
        constexpr int Jobs = 1500;
        constexpr int Listeners = 4;
        const auto second = open(Database::Sharing::Beside);
        Relay first(*m_database, m_databases.clock);
        first.start();
        Relay other(*second, m_databases.clock);
        other.start();
        std::mt19937 chance(20'260'101);
        std::vector<std::shared_ptr<FeedEar>> ears;
        for (int i = 0; i < Listeners; ++i)
            ears.push_back(listen(i % 2 ? other : first));

        std::atomic<int> settled = 0;
        int kept = 0;
        for (int i = 0; i < Jobs; ++i) {
            const bool isKept = chance() % 8 != 0;
            kept += isKept ? 2 : 0;
            QVERIFY(m_database->writer().submit(
                Writer::Lane::Sales,
                [i, isKept](UnitOfWork &work) {
                    const bool isAdded = Outbox::add(work, eventOf(std::to_string(i))) &&
                                         Outbox::add(work, eventOf(std::to_string(i) + "b"));
                    return isAdded && isKept ? Keep::Yes : Keep::No;
                },
                [&settled](const Writer::Outcome &) { ++settled; }));
            if (i % 50 == 0) {
                auto &ear = ears[chance() % ears.size()];
                ear->moveTo(chance() % 2 ? other : first);
            }
            if (i == Jobs / 2) {
                for (const auto &ear : ears)
                    ear->moveTo(other);
                first.stop();
            }
            if (i > Jobs / 2 && i % 50 == 25)
                ears[chance() % ears.size()]->moveTo(other);
        }
        QTRY_COMPARE_WITH_TIMEOUT(settled.load(), Jobs, 60'000);
        for (const auto &ear : ears) {
            QTRY_COMPARE_WITH_TIMEOUT(int(ear->seqs().size()), kept, 60'000);
            QVERIFY(ear->isAscending());
            QCOMPARE(ear->subjects(), ears.front()->subjects());
        }
        QCOMPARE(numberIn(*m_database, "SELECT COUNT(DISTINCT seq) FROM outbox"), kept);
    }

private:
    std::unique_ptr<Database> open(Database::Sharing sharing = Database::Sharing::Exclusive)
    {
        Database::Options options;
        options.postgresWriters = 8;
        if (m_url.dialect == Dialect::Postgres)
            sharing = Database::Sharing::Exclusive;
        auto opened =
            Database::open(m_url, sharing, options, m_databases.clock, m_databases.random);
        return opened ? std::move(opened).value() : nullptr;
    }

    bool prune(qint64 keptMax)
    {
        bool isPruned = false;
        const auto written = m_database->writeHere([&](UnitOfWork &work) {
            isPruned = bool(Outbox::prune(work, keptMax));
            return Keep::Yes;
        });
        return written && isPruned;
    }

    FreshDatabases m_databases;
    tp::storage::DatabaseUrl m_url;
    std::unique_ptr<Database> m_database;
};

TP_TEST(TestOutbox)
#include "tst_outbox.moc"
