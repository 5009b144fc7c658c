// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/configuration.h"
#include "tests/support/testmain.h"

#include <QCommandLineParser>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp;
using namespace tp::daemon;

namespace {

const QList<Option> Known{Option::Database, Option::Listen, Option::IoThreads, Option::NoMigrate,
                          Option::Config};

Result<Configuration> configured(const QStringList &flags,
                                 const Configuration::Sources &sources = {})
{
    QCommandLineParser parser;
    for (const Option option : Known) {
        const OptionSpec &spec = specOf(option);
        parser.addOption(
            QCommandLineOption(QString::fromLatin1(spec.name), {},
                               spec.valueName ? QString::fromLatin1(spec.valueName) : QString()));
    }
    const bool isParsed = parser.parse(QStringList(u"tradepostd"_s) + flags);
    Q_ASSERT(isParsed);
    return Configuration::read(parser, Known, sources);
}

QProcessEnvironment environment(const QString &name, const QString &value)
{
    QProcessEnvironment made;
    made.insert(name, value);
    return made;
}

} // namespace

class TestConfiguration : public QObject
{
    Q_OBJECT

private slots:
    void anOptionIsSpelledOnce()
    {
        QCOMPARE(flagOf(Option::IoThreads), u"--io-threads"_s);
        QCOMPARE(variableOf(Option::IoThreads), u"TRADEPOST_IO_THREADS"_s);
        QVERIFY(optionNamed(u"io-threads") == Option::IoThreads);
        QVERIFY(!optionNamed(u"io_threads"));
    }

    void aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile()
    {
        const Configuration::Sources both{
            environment(u"TRADEPOST_IO_THREADS"_s, u"2"_s), {file("io-threads = 3\n")}, {}};
        const Configuration::Sources fileOnly{{}, both.files, {}};

        QCOMPARE(configured({u"--io-threads=1"_s}, both)->number(Option::IoThreads), 1);
        QCOMPARE(configured({}, both)->number(Option::IoThreads), 2);
        QCOMPARE(configured({}, fileOnly)->number(Option::IoThreads), 3);
        QCOMPARE(configured({})->number(Option::IoThreads), 0);
        QVERIFY(!configured({})->isSet(Option::IoThreads));
    }

    void aListMayBeSaidInEveryWay()
    {
        const QStringList two{u"a:1"_s, u"b:2"_s};
        QCOMPARE(configured({u"--listen"_s, u"a:1"_s, u"--listen=b:2"_s})->values(Option::Listen),
                 two);
        QCOMPARE(configured({}, {environment(u"TRADEPOST_LISTEN"_s, u"a:1, b:2"_s), {}, {}})
                     ->values(Option::Listen),
                 two);
        QCOMPARE(configured({}, {{}, {file("listen = a:1\nlisten=\"b:2\"\n")}, {}})
                     ->values(Option::Listen),
                 two);
    }

    void commentsAndQuotesAreUnderstood()
    {
        const QString path = file("# a comment\n; another\n\n  database = \" sqlite:x y.db \" \r\n"
                                  "no-migrate=yes\n");
        const auto read = configured({}, {{}, {path}, {}});
        QCOMPARE(read->value(Option::Database), u" sqlite:x y.db "_s);
        QVERIFY(read->isOn(Option::NoMigrate));
    }

    void anEmptyVariableIsNotSet()
    {
        QVERIFY(!configured({}, {environment(u"TRADEPOST_DATABASE"_s, QString()), {}, {}})
                     ->isSet(Option::Database));
    }

    void theFirstFileThatExistsIsRead()
    {
        const QString there = file("io-threads = 3\n");
        const auto read = configured({}, {{}, {u"/nowhere/x.conf"_s, there}, {}});
        QCOMPARE(read->number(Option::IoThreads), 3);
    }

    void aBadValueSaysWhereItCameFrom_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::addColumn<int>("code");
        const auto add = [](const char *name, const QStringList &flags, const QString &variable,
                            const QByteArray &bytes, const QString &said, ErrorCode code) {
            QTest::newRow(name) << flags << variable << bytes << said << int(code);
        };
        const ErrorCode typed = ErrorCode::BadRequest;
        const ErrorCode set = ErrorCode::InvalidValue;
        add("flag", {u"--io-threads=many"_s}, {}, {}, u"--io-threads: "_s, typed);
        add("below zero", {u"--io-threads=-1"_s}, {}, {}, u"--io-threads: "_s, typed);
        add("too many", {u"--io-threads=257"_s}, {}, {}, u"from 0 to 256"_s, typed);
        add("endless", {u"--io-threads=99999999999999999999"_s}, {}, {}, u"256"_s, typed);
        add("twice", {u"--database=a"_s, u"--database=b"_s}, {}, {}, u"more than once"_s, typed);
        add("empty flag", {u"--database="_s}, {}, {}, u"--database: "_s, typed);
        add("variable", {}, u"1.5"_s, {}, u"TRADEPOST_IO_THREADS: "_s, set);
        add("file", {}, {}, "\nio-threads = x\n", u"line 2, io-threads: "_s, set);
        add("neither true nor false", {}, {}, "no-migrate = perhaps\n", u"true or false"_s, set);
        add("unknown name", {}, {}, "colour = red\n", u"no setting colour"_s, set);
        add("no equals sign", {}, {}, "database\n", u"line 1: "_s, set);
        add("for the command line", {}, {}, "with-parent = true\n", u"command line"_s, set);
        add("twice in a file", {}, {}, "io-threads=1\nio-threads=2\n", u"set twice"_s, set);
        add("not UTF-8", {}, {}, "database = caf\xe9\n", u"UTF-8"_s, set);
        add("empty in a file", {}, {}, "database =\n", u"line 1, database: "_s, set);
    }
    void aBadValueSaysWhereItCameFrom()
    {
        QFETCH(QStringList, flags);
        QFETCH(QString, variable);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        QFETCH(int, code);
        Configuration::Sources sources;
        if (!variable.isEmpty())
            sources.environment = environment(u"TRADEPOST_IO_THREADS"_s, variable);
        if (!bytes.isEmpty())
            sources.files = {file(bytes)};

        const auto read = configured(flags, sources);

        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(said), qPrintable(read.error().detail));
        QVERIFY(!read.error().detail.contains(u'\n'));
        QCOMPARE(int(read.error().code), code);
    }

    void aSecretIsNeverRepeated()
    {
        const QString secret = u"postgresql://me:geheim@"_s;
        const auto fromFile = configured({}, {{}, {file("database2 = " + secret.toUtf8())}, {}});
        QVERIFY(!fromFile);
        QVERIFY(!fromFile.error().detail.contains(u"geheim"_s));
        const auto read = configured({u"--database"_s, secret});
        QVERIFY(!read->refused(Option::Database, u"no"_s).detail.contains(u"geheim"_s));
    }

    void aNamedFileMustBeThere()
    {
        QCOMPARE(configured({u"--config=/nowhere/x.conf"_s}).error().code, ErrorCode::NotFound);
        QCOMPARE(configured({u"--config"_s, m_folder.path()}).error().code, ErrorCode::NotFound);
        const QString path = file("io-threads = 3\n");
        const Configuration::Sources usual{{}, {file("io-threads = 4\n")}, {}};
        QCOMPARE(configured({u"--config"_s, path}, usual)->number(Option::IoThreads), 3);
    }

private:
    QString file(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"%1.conf"_s.arg(++m_files));
        QFile made(path);
        if (made.open(QIODevice::WriteOnly))
            made.write(bytes);
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

TP_TEST(TestConfiguration)

#include "tst_configuration.moc"
