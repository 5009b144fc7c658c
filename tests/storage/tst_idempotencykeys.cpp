// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/idempotencykeys.h"
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <optional>

using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::IdempotencyKeys;
using tp::storage::Migrator;
using tp::storage::UnitOfWork;
using tp::storage::Writer;
using tp::test::FreshDatabases;
using tp::test::Gate;
using Keep = UnitOfWork::Keep;

class TestIdempotencyKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_database = m_databases.open(m_databases.newUrl(Dialect(dialect)));
        QVERIFY(m_database);
        QVERIFY(Migrator(*m_database, m_databases.clock).apply());
    }

    void cleanup() { m_database.reset(); }

    void aStoredAnswerComesBackByteForByte()
    {
        const IdempotencyKeys::Stored answer{201, "Location: /api/products/1\r\nETag: \"1\"\r\n",
                                             "{\"name\":\"Tee \xC3\xBC\"}"};
        QVERIFY(std::holds_alternative<IdempotencyKeys::Claimed>(claimAndStore("hash", answer)));

        const auto claim = claimAndStore("hash", {});
        const auto *stored = std::get_if<IdempotencyKeys::Stored>(&claim);
        QVERIFY(stored);
        QCOMPARE(stored->status, 201);
        QCOMPARE(stored->headers, answer.headers);
        QCOMPARE(stored->body, answer.body);
    }

    void anEmptyAnswerIsAnAnswer()
    {
        claimAndStore("hash", {204, "", ""});
        const auto claim = claimAndStore("hash", {});
        QVERIFY(std::holds_alternative<IdempotencyKeys::Stored>(claim));
        QCOMPARE(std::get<IdempotencyKeys::Stored>(claim).status, 204);
    }

    void theSameKeyWithAnotherBodyIsToldSo()
    {
        claimAndStore("hash", {201, "", "x"});
        QVERIFY(std::holds_alternative<IdempotencyKeys::OtherBody>(claimAndStore("other", {})));
    }

    void aKeyIsTakenLiterallyAndWithinItsScope()
    {
        claimAndStore("hash", {201, "", "x"}, "scope", "key");
        for (const auto &[scope, key] : {std::pair("scope", "Key"), std::pair("scope", "key "),
                                         std::pair("Scope", "key"), std::pair("scopek", "ey")}) {
            const auto claim = claimAndStore("hash", {201, "", "y"}, scope, key);
            QVERIFY(std::holds_alternative<IdempotencyKeys::Claimed>(claim));
        }
    }

    void aJobThatSaysNoLeavesNoClaim()
    {
        for (int i = 0; i < 2; ++i) {
            const auto done = m_database->writeHere([](UnitOfWork &work) {
                const auto claim = IdempotencyKeys::claim(work, "scope", "key", "hash");
                Q_ASSERT(claim);
                Q_ASSERT(std::holds_alternative<IdempotencyKeys::Claimed>(*claim));
                return Keep::No;
            });
            QVERIFY(done);
        }
    }

    void aReleasedKeyIsFree()
    {
        QVERIFY(m_database->writeHere([](UnitOfWork &work) {
            (void)IdempotencyKeys::claim(work, "scope", "key", "hash");
            return IdempotencyKeys::release(work, "scope", "key") ? Keep::Yes : Keep::No;
        }));
        QVERIFY(std::holds_alternative<IdempotencyKeys::Claimed>(claimAndStore("other", {})));
    }

    void anAnswerWithoutAClaimIsOurFault()
    {
        QVERIFY(m_database->writeHere([](UnitOfWork &work) {
            const auto stored = IdempotencyKeys::store(work, "scope", "key", {200, "", ""});
            Q_ASSERT(!stored);
            return Keep::No;
        }));
    }

    void aKeyLivesSevenDays()
    {
        claimAndStore("hash", {201, "", "x"});
        m_databases.clock.advance(IdempotencyKeys::LifetimeMs);
        QVERIFY(std::holds_alternative<IdempotencyKeys::Stored>(claimAndStore("hash", {})));
        QCOMPARE(sweep(), 0);
        m_databases.clock.advance(1);
        const auto claim = claimAndStore("other", {200, "", "y"});
        QVERIFY(std::holds_alternative<IdempotencyKeys::Claimed>(claim));
        QCOMPARE(sweep(), 0);
        m_databases.clock.advance(IdempotencyKeys::LifetimeMs + 1);
        QCOMPARE(sweep(), 1);
    }

    void sweepingTakesFiveHundredAtATime()
    {
        QVERIFY(m_database->writeHere([](UnitOfWork &work) {
            for (int i = 0; i < 700; ++i)
                (void)IdempotencyKeys::claim(work, "scope", std::to_string(i), "hash");
            return Keep::Yes;
        }));
        m_databases.clock.advance(IdempotencyKeys::LifetimeMs + 1);
        QCOMPARE(sweep(), 500);
        QCOMPARE(sweep(), 200);
        QCOMPARE(sweep(), 0);
    }

    void aKeyThatAnotherWorksOnIsInProgress()
    {
        if (m_database->dialect() == Dialect::Sqlite)
            return; // One writer: the second comes after the first.
        Gate claimed;
        Gate asked;
        Gate settled;
        QVERIFY(m_database->writer().submit(
            Writer::Lane::Sales,
            [&](UnitOfWork &work) {
                (void)IdempotencyKeys::claim(work, "scope", "key", "hash");
                claimed.open();
                asked.pass();
                return Keep::No;
            },
            [&](const Writer::Outcome &) { settled.open(); }));
        QVERIFY(claimed.pass());
        std::optional<IdempotencyKeys::Claim> second;
        Gate done;
        QVERIFY(m_database->writer().submit(
            Writer::Lane::Sales,
            [&](UnitOfWork &work) {
                const auto claim = IdempotencyKeys::claim(work, "scope", "key", "hash");
                if (claim)
                    second = *claim;
                return Keep::No;
            },
            [&](const Writer::Outcome &) { done.open(); }));
        QVERIFY(done.pass());
        asked.open();
        QVERIFY(settled.pass());
        QVERIFY(second);
        QVERIFY(std::holds_alternative<IdempotencyKeys::InProgress>(*second));
    }

private:
    IdempotencyKeys::Claim claimAndStore(std::string_view hash,
                                         const IdempotencyKeys::Stored &answer,
                                         std::string_view scope = "scope",
                                         std::string_view key = "key")
    {
        IdempotencyKeys::Claim result;
        const auto done = m_database->writeHere([&](UnitOfWork &work) {
            const auto claim = IdempotencyKeys::claim(work, scope, key, hash);
            if (!claim)
                return Keep::No;
            result = *claim;
            if (!std::holds_alternative<IdempotencyKeys::Claimed>(result))
                return Keep::No;
            return IdempotencyKeys::store(work, scope, key, answer) ? Keep::Yes : Keep::No;
        });
        Q_ASSERT(done);
        return result;
    }

    qint64 sweep()
    {
        qint64 swept = -1;
        const auto done = m_database->writeHere([&swept](UnitOfWork &work) {
            const auto result = IdempotencyKeys::sweep(work);
            swept = result ? *result : -1;
            return Keep::Yes;
        });
        return done ? swept : -1;
    }

    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

TP_TEST(TestIdempotencyKeys)
#include "tst_idempotencykeys.moc"
