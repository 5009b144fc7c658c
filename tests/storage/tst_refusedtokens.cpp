// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/refusedtokenservice.h"
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using tp::auth::RefusedToken;
using tp::auth::RefusedTokenService;
using tp::test::FreshDatabases;

/// Rows for tokens that were refused, on both databases, with time in the test's hand.
class TestRefusedTokens final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }
    void init();
    void cleanup();

    void theFirstOfAKindIsToldAtOnce();
    void whatFollowsIsCountedAndToldOnceAMinute();
    void anotherAddressOrReasonIsAnotherKind();
    void addressesOfOneNetworkAreOne();
    void manyKindsAreCountedTogether();
    void whatCannotBeWrittenIsToldLater();
    void countsLoseNothingWhenManyThreadsNote();

private:
    void note(const char *reason, const std::string &address = "203.0.113.7")
    {
        m_refused->note({reason, "https://id.example", {}}, {{}, address, "request-1"});
    }
    qint64 count(const char *sql) { return tp::test::numberIn(*m_database, sql); }
    qint64 rows();
    qint64 told();
    void passWrites();

    FreshDatabases m_databases;
    std::unique_ptr<tp::storage::Database> m_database;
    std::unique_ptr<RefusedTokenService> m_refused;
};

namespace {

constexpr char Counts[] = "SELECT details FROM audit_entries WHERE action = 'token.refused'";

} // namespace

void TestRefusedTokens::init()
{
    QFETCH_GLOBAL(int, dialect);
    // One writer on PostgreSQL too: when one job is done, so are those before it.
    m_database =
        m_databases.open(m_databases.newUrl(tp::storage::Dialect(dialect)), {.postgresWriters = 1});
    QVERIFY(m_database);
    QVERIFY(tp::storage::Migrator(*m_database, m_databases.clock).apply());
    m_refused = std::make_unique<RefusedTokenService>(*m_database, m_databases.clock);
}

void TestRefusedTokens::cleanup()
{
    if (m_database)
        m_database->close();
    m_refused.reset();
    m_database.reset();
}

void TestRefusedTokens::passWrites()
{
    tp::test::Gate gate;
    QVERIFY(m_database->writer().submit(
        tp::storage::Writer::Lane::Bulk,
        [](tp::storage::UnitOfWork &) { return tp::storage::UnitOfWork::Keep::Yes; },
        [&gate](const tp::storage::Writer::Outcome &) { gate.open(); }));
    QVERIFY(gate.pass());
}

qint64 TestRefusedTokens::rows()
{
    passWrites();
    return count("SELECT COUNT(*) FROM audit_entries WHERE action = 'token.refused'");
}

/// How many refusals the rows speak of together.
qint64 TestRefusedTokens::told()
{
    passWrites();
    qint64 sum = 0;
    auto session = m_database->openReadSession();
    const auto read = (*session)->read([&sum](tp::storage::Snapshot &snapshot) {
        auto found = snapshot.query(Counts);
        while (found.next()) {
            const std::string details(found.text(0));
            sum += std::stoll(details.substr(details.find(R"("count":)") + 8));
        }
        std::ignore = found.finish();
    });
    return read ? sum : -1;
}

void TestRefusedTokens::theFirstOfAKindIsToldAtOnce()
{
    m_refused->note({"its signature is wrong", "https://id.example", "user-1"},
                    {{}, "203.0.113.7", "request-1"});
    QCOMPARE(rows(), 1);
    QCOMPARE(count("SELECT COUNT(*) FROM audit_entries WHERE actor IS NULL AND "
                   "subject = 'user-1' AND address = '203.0.113.7' AND request_id = 'request-1' "
                   "AND details = '{\"reason\":\"its signature is wrong\","
                   "\"issuer\":\"https://id.example\",\"count\":1}'"),
             1);
}

void TestRefusedTokens::whatFollowsIsCountedAndToldOnceAMinute()
{
    for (int i = 0; i < 1000; ++i)
        note("forged");
    m_databases.clock.advance(59'000);
    m_refused->tellCounts();
    QCOMPARE(rows(), 1);
    m_databases.clock.advance(1'000);
    m_refused->tellCounts();
    m_refused->tellCounts();
    QCOMPARE(rows(), 2);
    QCOMPARE(told(), 1000);
    // It goes on: still one a minute.
    note("forged");
    note("forged");
    QCOMPARE(rows(), 2);
    m_databases.clock.advance(60'000);
    m_refused->tellCounts();
    QCOMPARE(rows(), 3);
    QCOMPARE(told(), 1002);
    // After a minute of peace the next is told at once again.
    m_databases.clock.advance(60'000);
    m_refused->tellCounts();
    note("forged");
    QCOMPARE(rows(), 4);
}

void TestRefusedTokens::anotherAddressOrReasonIsAnotherKind()
{
    note("forged");
    note("expired");
    note("expired", "203.0.113.8");
    m_refused->note({"expired", {}, {}}, {{}, "203.0.113.8", "request-2"});
    note("expired");
    QCOMPARE(rows(), 4);
    QCOMPARE(count("SELECT COUNT(DISTINCT details) FROM audit_entries"), 3);
}

void TestRefusedTokens::addressesOfOneNetworkAreOne()
{
    for (const char *address : {"2001:db8::1", "2001:db8::2", "2001:db8:0:0:1::1"})
        note("forged", address);
    note("forged", "2001:db8:0:1::1");
    QCOMPARE(rows(), 2);
}

void TestRefusedTokens::manyKindsAreCountedTogether()
{
    constexpr int Many = 5000;
    const int most = int(RefusedTokenService::KeysMax) + 1;
    for (int i = 0; i < Many; ++i)
        note("forged", "10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250));
    QCOMPARE(rows(), most);
    m_databases.clock.advance(60'000);
    m_refused->tellCounts();
    QCOMPARE(rows(), most + 1);
    QCOMPARE(told(), Many);
    QCOMPARE(count("SELECT COUNT(*) FROM audit_entries WHERE address IS NULL"), 2);
    note("forged", "192.0.2.1");
    QCOMPARE(rows(), most + 2);
}

void TestRefusedTokens::whatCannotBeWrittenIsToldLater()
{
    QVERIFY(tp::test::sayHere(*m_database, {"ALTER TABLE audit_entries RENAME TO gone"}));
    for (int i = 0; i < 3; ++i)
        note("forged");
    passWrites();
    m_databases.clock.advance(60'000);
    m_refused->tellCounts();
    passWrites();
    QVERIFY(tp::test::sayHere(*m_database, {"ALTER TABLE gone RENAME TO audit_entries"}));
    m_databases.clock.advance(60'000);
    m_refused->tellCounts();
    QCOMPARE(rows(), 1);
    QCOMPARE(told(), 3);
}

void TestRefusedTokens::countsLoseNothingWhenManyThreadsNote()
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([this] {
            for (int n = 0; n < 500; ++n) {
                note(n % 2 ? "forged" : "expired");
                if (n % 100 == 0)
                    m_refused->tellCounts(0);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    m_refused->tellCounts(0);
    QCOMPARE(told(), 4000);
}

TP_TEST(TestRefusedTokens)
#include "tst_refusedtokens.moc"
