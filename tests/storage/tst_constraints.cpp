// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/session.h"
#include "tests/storage/freshdatabases.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::ErrorCode;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::UnitOfWork;
using tp::test::FreshDatabases;

/// Both databases guard the same rules and name them alike.
class TestConstraints : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_database = m_databases.open(m_databases.newUrl(Dialect(dialect)));
        QVERIFY(m_database);
        const bool isSqlite = Dialect(dialect) == Dialect::Sqlite;
        const auto made = tp::test::sayHere(
            *m_database, {"CREATE TABLE makers (id TEXT PRIMARY KEY)",
                          "CREATE TABLE things (id TEXT PRIMARY KEY, sku TEXT NOT NULL UNIQUE, a "
                          "TEXT, b TEXT, note TEXT, "
                          "price BIGINT CONSTRAINT things_price_range CHECK (price >= 0), "
                          "maker TEXT REFERENCES makers (id), UNIQUE (a, b))",
                          "CREATE UNIQUE INDEX things_by_folded_note ON things (lower(note))",
                          isSqlite ? "CREATE TRIGGER makers_stay BEFORE UPDATE ON makers BEGIN "
                                     "SELECT RAISE(ABORT, 'makers are insert-only'); END"
                                   : "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                                     "'BEGIN RAISE EXCEPTION ''makers are insert-only''; END'",
                          isSqlite ? "SELECT 1"
                                   : "CREATE TRIGGER makers_stay BEFORE UPDATE ON makers "
                                     "FOR EACH ROW EXECUTE FUNCTION refuse()",
                          "INSERT INTO makers (id) VALUES ('m')",
                          "INSERT INTO things (id, sku, a, b, note, price, maker) "
                          "VALUES ('1', 's', 'x', 'y', 'ab', 5, 'm')"});
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    }

    void cleanup() { m_database.reset(); }

    void aBrokenRuleIsNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *title, const char *sql, const char *name) {
            QTest::newRow(title) << QByteArray(sql) << QByteArray(name);
        };
        row("primary key", "INSERT INTO things (id, sku) VALUES ('1', 't')", "things.id");
        row("unique", "INSERT INTO things (id, sku) VALUES ('2', 's')", "things.sku");
        row("unique pair", "INSERT INTO things (id, sku, a, b) VALUES ('2', 't', 'x', 'y')",
            "things.a, things.b");
        row("unique expression", "INSERT INTO things (id, sku, note) VALUES ('2', 't', 'AB')",
            "things_by_folded_note");
        row("check", "UPDATE things SET price = -1", "things_price_range");
        row("not null", "INSERT INTO things (id) VALUES ('2')", "things.sku");
        row("unknown reference", "UPDATE things SET maker = 'nobody'", "foreign_key");
        row("still referenced", "DELETE FROM makers", "foreign_key");
        row("insert-only", "UPDATE makers SET id = 'n'", "makers are insert-only");
    }

    void aBrokenRuleIsNamed()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, name);
        const auto done = tp::test::sayHere(*m_database, {sql.constData()});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
        QCOMPARE(tp::storage::constraintOf(done.error()), name.toStdString());
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM things WHERE price = 5 "
                                                 "AND sku = 's' AND maker = 'm'"),
                 1);
    }

    void otherErrorsNameNoRule()
    {
        QCOMPARE(tp::storage::constraintOf({ErrorCode::Internal, QStringLiteral("\"x\""), {}}),
                 std::string());
        QCOMPARE(tp::storage::constraintOf({ErrorCode::Conflict, QStringLiteral("it's so"), {}}),
                 std::string());
    }

    void whatFollowsARefusalIsNotKept()
    {
        const auto done = m_database->writeHere([](UnitOfWork &work) {
            (void)work.execute("INSERT INTO makers (id) VALUES ('m')").error();
            (void)work.execute("INSERT INTO makers (id) VALUES ('late')");
            return UnitOfWork::Keep::Yes;
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Internal);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM makers"), 1);
    }

    void aRefusalInsideANestedWorkIsUndoneAlone()
    {
        const auto done = m_database->writeHere([](UnitOfWork &work) {
            const auto insert = [&work](const char *id) {
                return bool(work.execute("INSERT INTO makers (id) VALUES ($1)", {id}));
            };
            const auto nested = work.nested([&] {
                insert("lost");
                return insert("m") ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
            });
            return nested && insert("kept") ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
        });
        QVERIFY(done);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM makers WHERE id IN "
                                                 "('m', 'kept')"),
                 2);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM makers"), 2);
    }

    void nestedWorkMayBeNestedAgain()
    {
        const auto done = m_database->writeHere([](UnitOfWork &work) {
            const auto insert = [&work](const char *id) {
                return bool(work.execute("INSERT INTO makers (id) VALUES ($1)", {id}));
            };
            const auto outer = work.nested([&] {
                insert("outer");
                const auto inner = work.nested([&] {
                    insert("inner");
                    return UnitOfWork::Keep::No;
                });
                return inner ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
            });
            return outer ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
        });
        QVERIFY(done);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM makers"), 2);
    }

    void nestedWorkThatKeepsARefusalIsUndone()
    {
        const auto done = m_database->writeHere([](UnitOfWork &work) {
            const auto nested = work.nested([&] {
                (void)work.execute("INSERT INTO makers (id) VALUES ('m')");
                return UnitOfWork::Keep::Yes;
            });
            return nested ? UnitOfWork::Keep::No : UnitOfWork::Keep::Yes;
        });
        QVERIFY(done);
        QCOMPARE(tp::test::numberIn(*m_database, "SELECT COUNT(*) FROM makers"), 1);
    }

private:
    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

TP_TEST(TestConstraints)
#include "tst_constraints.moc"
