// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/connection.h"
#include "backend/storage/session.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::Rows;
using tp::storage::UnitOfWork;
using tp::storage::Value;
using tp::test::FreshDatabases;

/// What is said in SQL means the same to both databases.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_database = m_databases.open(m_databases.newUrl(Dialect(dialect)));
        QVERIFY(m_database);
        const bool isSqlite = m_database->dialect() == Dialect::Sqlite;
        const auto made = tp::test::sayHere(
            *m_database,
            {isSqlite ? "CREATE TABLE things (id TEXT PRIMARY KEY, n INTEGER, note TEXT) STRICT"
                      : "CREATE TABLE things (id TEXT PRIMARY KEY, n BIGINT, note TEXT)"});
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    }

    void cleanup() { m_database.reset(); }

    void valuesComeBackAsTheyWent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("number");
        QTest::newRow("plain") << u"Tea"_s << qint64(1);
        QTest::newRow("empty") << u""_s << qint64(0);
        QTest::newRow("quotes") << u"O'Brien \"; DROP TABLE things; --"_s << qint64(-1);
        QTest::newRow("unicode") << u"Grüße 茶 \U0001F375 a\u0301"_s << qint64(7);
        QTest::newRow("lines") << u"a\r\n\tb\\n"_s << qint64(7);
        QTest::newRow("greatest") << u"x"_s << std::numeric_limits<qint64>::max();
        QTest::newRow("least") << u"x"_s << std::numeric_limits<qint64>::min();
        QTest::newRow("a megabyte") << QString(1'000'000, u'ö') << qint64(1);
    }

    void valuesComeBackAsTheyWent()
    {
        QFETCH(QString, text);
        QFETCH(qint64, number);
        write([&](UnitOfWork &work) {
            QCOMPARE(work.execute("INSERT INTO things (id, n, note) VALUES ($1, $2, $3)",
                                  {"a", number, text})
                         .value(),
                     1);
            Rows rows = work.query("SELECT n, note, note = $2, n IS NULL FROM things WHERE id = $1",
                                   {"a", text});
            QVERIFY(rows.next());
            QCOMPARE(rows.integer(0), number);
            QCOMPARE(QString::fromUtf8(rows.text(1).data(), qsizetype(rows.text(1).size())), text);
            QVERIFY(!rows.isNull(1));
            QVERIFY(rows.boolean(2));
            QVERIFY(!rows.boolean(3));
            QVERIFY(!rows.next());
            QVERIFY(rows.finish());
        });
    }

    void nothingIsNotTheEmptyText()
    {
        write([&](UnitOfWork &work) {
            QVERIFY(work.execute("INSERT INTO things (id, n, note) VALUES ($1, $2, $3)",
                                 {"a", std::nullopt, std::optional<QString>()}));
            Rows rows = work.query("SELECT n, note FROM things WHERE note IS NULL");
            QVERIFY(rows.next());
            QVERIFY(rows.isNull(0));
            QVERIFY(rows.isNull(1));
            QCOMPARE(rows.integer(0), 0);
            QVERIFY(rows.text(1).empty());
        });
    }

    void aTextWithANulIsRefused()
    {
        write([&](UnitOfWork &work) {
            const auto done =
                work.execute("INSERT INTO things (id) VALUES ($1)", {std::string_view("a\0b", 3)});
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::InvalidText);
            Rows rows =
                work.query("SELECT 1 FROM things WHERE id = $1", {std::string_view("\0", 1)});
            QVERIFY(!rows.next());
            QVERIFY(!rows.finish());
        });
    }

    void parametersMayStandInAnyOrderAndRepeat()
    {
        write([&](UnitOfWork &work) {
            QVERIFY(work.execute("INSERT INTO things (note, id, n) VALUES ($2, $1, $3)",
                                 {"id", "note", 3}));
            Rows rows =
                work.query("SELECT id, note FROM things WHERE id = $1 AND note <> $1", {"id"});
            QVERIFY(rows.next());
            QCOMPARE(rows.text(1), std::string_view("note"));
        });
    }

    void theSameSqlMayBeReadInsideItself()
    {
        fill(3);
        write([&](UnitOfWork &work) {
            const char *sql = "SELECT id FROM things WHERE n >= $1 ORDER BY id";
            int pairs = 0;
            Rows outer = work.query(sql, {0});
            while (outer.next()) {
                const std::string before(outer.text(0));
                Rows inner = work.query(sql, {0});
                while (inner.next())
                    ++pairs;
                QVERIFY(inner.finish());
                QCOMPARE(std::string(outer.text(0)), before);
            }
            QCOMPARE(pairs, 9);
        });
    }

    void aReadingThatIsLeftEarlyDoesNoHarm()
    {
        fill(3);
        write([&](UnitOfWork &work) {
            for (int i = 0; i < 3; ++i) {
                Rows rows = work.query("SELECT id FROM things ORDER BY id");
                QVERIFY(rows.next());
                QCOMPARE(rows.text(0), std::string_view("0"));
            }
            QCOMPARE(work.execute("DELETE FROM things").value(), 3);
        });
    }

    void changesAreCounted()
    {
        fill(5);
        write([&](UnitOfWork &work) {
            QCOMPARE(work.execute("UPDATE things SET note = 'x' WHERE n < $1", {3}).value(), 3);
            QCOMPARE(work.execute("UPDATE things SET note = 'x' WHERE n < $1", {0}).value(), 0);
            QCOMPARE(work.execute("DELETE FROM things WHERE n > $1", {3}).value(), 1);
        });
    }

    void wrongSqlIsOurFault_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("no such table") << QByteArray("SELECT * FROM nowhere WHERE id = $1");
        QTest::newRow("syntax") << QByteArray("SELEKT $1");
        QTest::newRow("too few values") << QByteArray("SELECT id FROM things WHERE id = $1 AND "
                                                      "note = $2");
        QTest::newRow("too many values") << QByteArray("SELECT id FROM things");
        QTest::newRow("nothing") << QByteArray("");
    }

    void wrongSqlIsOurFault()
    {
        QFETCH(QByteArray, sql);
        write([&](UnitOfWork &work) {
            const auto done = work.execute(sql.toStdString(), {"a"});
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Internal);
        });
    }

    void statementsAreMadeAnewWhenTheTableChanges()
    {
        fill(1);
        for (int i = 0; i < 3; ++i) {
            tp::test::Gate done;
            tp::storage::Writer::Outcome outcome;
            int rowsRead = 0;
            const bool taken = m_database->writer().submit(
                tp::storage::Writer::Lane::Sales,
                [&rowsRead](UnitOfWork &work) {
                    Rows rows = work.query("SELECT * FROM things");
                    rowsRead = rows.next() ? 1 : 0;
                    return UnitOfWork::Keep::Yes;
                },
                [&](tp::storage::Writer::Outcome settled) {
                    outcome = std::move(settled);
                    done.open();
                });
            QVERIFY(taken);
            QVERIFY(done.pass());
            QVERIFY(outcome.committed);
            QCOMPARE(rowsRead, 1);
            const QByteArray sql =
                "ALTER TABLE things ADD COLUMN more" + QByteArray::number(i) + " TEXT";
            QVERIFY(tp::test::sayHere(*m_database, {sql.constData()}));
        }
    }

private:
    void write(const std::function<void(UnitOfWork &)> &work)
    {
        const auto done = m_database->writeHere([&work](UnitOfWork &unit) {
            work(unit);
            return unit.connection().isBroken() ? UnitOfWork::Keep::No : UnitOfWork::Keep::Yes;
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

    void fill(int rows)
    {
        write([rows](UnitOfWork &work) {
            for (int i = 0; i < rows; ++i) {
                QVERIFY(work.execute("INSERT INTO things (id, n) VALUES ($1, $2)",
                                     {std::to_string(i), i}));
            }
        });
    }

    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

TP_TEST(TestSession)
#include "tst_session.moc"
