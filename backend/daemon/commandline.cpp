// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/commandline.h"

#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/logging.h"

#include <QCommandLineParser>

#include <span>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

struct Command
{
    const char *name;
    const char *summary;
    const char *usage; ///< A line each way of calling it.
    const char *text;  ///< For its --help.
    QList<Option> options;
    int argumentsMax;
    int (*run)(const Configuration &, const QStringList &);
};

/// Every command knows these.
const QList<Option> &commonOptions()
{
    static const QList<Option> options{Option::Database, Option::Data, Option::Config,
                                       Option::LogLevel, Option::Help};
    return options;
}

// clang-format off
constexpr char ServeText[] =
    "Migrates the database, listens on 127.0.0.1:8730 unless told otherwise, and prints one line of\n"
    "JSON on standard output when it is ready. SIGTERM or Ctrl-C: it finishes what runs and ends.\n"
    "\n"
    "An ISSUER is written issuer=https://ID.EXAMPLE audience=OURS, and where need be client_id=,\n"
    "name=, role_claim= (a claim, or a path such as realm_access.roles) and\n"
    "roles=THEIRS:OURS|THEIRS:OURS. domain=SHOP.EU.AUTH0.COM stands for an issuer of Auth0, whose\n"
    "variables AUTH0_DOMAIN and AUTH0_AUDIENCE (or Auth0__Domain and Auth0__Audience) are read too.\n"
    "Its people become users when they come for the first time: customers, unless roles say more.";

constexpr char ImportText[] =
    "FILE.csv (- is standard input) is UTF-8; commas, semicolons or tabs part its cells. Its first\n"
    "line names the columns, in any order: sku,name,description,category,price,currency,tax_class,\n"
    "unit,barcodes,stock,active,image. Only sku, name and price are needed. category is a path such\n"
    "as Drinks/Coffee, barcodes are parted by |, price has a point (2.55), stock is what is on hand,\n"
    "image is a picture's file beside FILE.csv. An empty cell leaves a product as it is.\n"
    "\n"
    "Bad rows are told on standard error, the good ones are taken; the last line on standard output\n"
    "counts. Run again, it changes nothing. It works beside a running serve, a few rows at a time;\n"
    "--all-or-nothing is one transaction instead, and on SQLite sales wait until it ends. 65: every\n"
    "row was bad, or one with --all-or-nothing.\n"
    "\n"
    "import demo fills an empty shop (demo.db unless --database names one) with things to try.";

const QList<Command> &commands()
{
    static const QList<Command> all{
    {"serve", "serve the shop to tills and browsers",
     "serve [OPTIONS]",
     ServeText,
     {Option::Listen, Option::TlsCert, Option::TlsKey, Option::CorsOrigin,
      Option::TrustedProxy, Option::Oidc, Option::Currency,
      Option::Images, Option::IoThreads, Option::NoMigrate, Option::Demo, Option::TestGateway,
      Option::TestGatewayBooks, Option::KeyFile,
      Option::WithParent},
     0, serveCommand},
    {"migrate", "bring the database to this version",
     "migrate [--check] [OPTIONS]",
     "Makes the database if there is none, and runs the migrations that it has not seen, each in a\n"
     "transaction of its own. --check lists them, one a line, changes nothing and ends with 0 either\n"
     "way; nothing to do is one line that says so. Not beside a running serve on SQLite.",
     {Option::Check, Option::Currency},
     0, migrateCommand},
    {"import", "take products from a CSV file, or the demo shop",
     "import products FILE.csv [OPTIONS]\nimport demo [OPTIONS]",
     ImportText,
     {Option::DryRun, Option::AllOrNothing, Option::Currency, Option::Images},
     2, importCommand},
    {"export", "write products as CSV",
     "export products [FILE.csv] [OPTIONS]",
     "Writes every product in the columns that import reads, to standard output or to a file, which\n"
     "appears under its name when it is complete. Pictures are not part of it: the column image is\n"
     "empty, which an import leaves as it is.",
     {Option::Force},
     2, exportCommand},
    {"user", "let people in and put them out",
     "user add --email EMAIL --role ROLE [--name NAME] --password-stdin\nuser list\n"
     "user disable --email EMAIL\nuser reset-password --email EMAIL --password-stdin\n"
     "user set-pin --email EMAIL --pin-stdin",
     "Works before the first serve too, and beside a running one, which knows within seconds. list\n"
     "prints a line each: e-mail, roles, name, what is special. disable and\n"
     "reset-password end what is signed in; reset-password lets in again whoever was disabled.",
     {Option::Email, Option::Role, Option::Name, Option::PasswordStdin, Option::PinStdin,
      Option::Currency},
     2, userCommand},
    {"keys", "turn the keys that tokens are signed with",
     "keys rotate [OPTIONS]",
     "Makes a new key. Every running serve signs with it a minute later; tokens of the old one stay\n"
     "good until they end, so nobody is signed out.",
     {Option::KeyFile},
     1, keysCommand},
    {"backup", "copy the database while it is in use",
     "backup FILE [OPTIONS]",
     "SQLite: one moment of the database, checked, on disk, and under its name only when complete.\n"
     "PostgreSQL: what pg_dump makes in its custom format, for pg_restore. Pictures and the key file\n"
     "are files of their own and not part of it.",
     {Option::Force, Option::Images},
     1, backupCommand},
    {"version", "say which version this is",
     "version [--json]",
     "One line, or JSON.",
     {Option::Json},
     0, versionCommand},
    };
    return all;
}
// clang-format on

const Command *commandNamed(const QString &name)
{
    for (const Command &command : commands()) {
        if (name == QLatin1StringView(command.name))
            return &command;
    }
    return nullptr;
}

QString helpOfOption(Option option)
{
    const OptionSpec &spec = specOf(option);
    QString left = flagOf(option);
    if (spec.valueName)
        left += u' ' + QString::fromLatin1(spec.valueName);
    if (spec.place == Place::CommandLine)
        left += u" *"_s;
    return u"  %1 %2\n"_s.arg(left, -25).arg(QString::fromLatin1(spec.help));
}

QString helpOf(const Command &command)
{
    QString help;
    for (const QString &usage : QString::fromLatin1(command.usage).split(u'\n'))
        help +=
            (help.isEmpty() ? u"Usage: tradepostd "_s : u"       tradepostd "_s) + usage + u'\n';
    help += u"\n%1\n\nOptions:\n"_s.arg(QString::fromLatin1(command.text));
    for (const Option option : command.options + commonOptions())
        help += helpOfOption(option);
    help +=
        u"\nAll but those marked * may also be set in the environment (--io-threads is\n"
        "TRADEPOST_IO_THREADS) or in a file of lines such as `io-threads = 4`: that of --config,\n"
        "else ~/.config/tradepost/tradepostd.conf, else /etc/tradepost/tradepostd.conf. A flag\n"
        "goes before the environment, the environment before the file.\n"_s;
    return help;
}

QString generalHelp()
{
    QString help = u"Usage: tradepostd COMMAND [OPTIONS]\n\nThe backend of a shop.\n\n"_s;
    for (const Command &command : commands()) {
        help += u"  %1 %2\n"_s.arg(QString::fromLatin1(command.name), -9)
                    .arg(QString::fromLatin1(command.summary));
    }
    return help +
           u"\n`tradepostd COMMAND --help` says more. The shop is in --database sqlite:FILE or\n"
           "postgresql://USER@HOST/NAME, without it in a file of its own in the user's data "
           "folder.\n"_s;
}

int sayText(const QString &text)
{
    for (const QString &line : text.chopped(1).split(u'\n')) {
        if (!say(line))
            return ExitIoErr;
    }
    return ExitOk;
}

void addOptions(QCommandLineParser &parser, const QList<Option> &options)
{
    for (const Option option : options) {
        const OptionSpec &spec = specOf(option);
        parser.addOption(
            QCommandLineOption(QString::fromLatin1(spec.name), {},
                               spec.valueName ? QString::fromLatin1(spec.valueName) : QString()));
    }
}

/// QCommandLineParser's own sentence, which ends in a full stop, with where to look.
Error usageError(QString sentence, const Command &command)
{
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return {ErrorCode::BadRequest,
            u"%1 (tradepostd %2 --help says what there is)"_s.arg(
                sentence, QString::fromLatin1(command.name)),
            {}};
}

int run(const Command &command, const QStringList &arguments, const Configuration::Sources &sources)
{
    const QList<Option> options = command.options + commonOptions();
    QCommandLineParser parser;
    addOptions(parser, options);
    const bool isParsed = parser.parse(QStringList(u"tradepostd"_s) + arguments);
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s))
        return sayText(helpOf(command));
    if (!isParsed)
        return endWith(usageError(parser.errorText(), command));
    const QStringList rest = parser.positionalArguments();
    if (rest.size() > command.argumentsMax) {
        const QString &tooMuch = rest.at(command.argumentsMax);
        return endWith(usageError(u"%1 is one argument too many"_s.arg(tooMuch), command));
    }
    const auto configuration = Configuration::read(parser, options, sources);
    if (!configuration)
        return endWith(configuration.error());
    if (const auto isLogging = setLogLevel(*configuration, command.run == serveCommand); !isLogging)
        return endWith(isLogging.error());
    return command.run(*configuration, rest);
}

} // namespace

int endWith(const Error &error)
{
    complain(error.detail);
    return exitCodeOf(error.code);
}

int runCommandLine(const QStringList &arguments, const Configuration::Sources &sources)
{
    const QString first = arguments.value(0);
    if (first == u"--help"_s || first == u"-h"_s || first == u"help"_s)
        return sayText(generalHelp());
    if (first == u"--version"_s)
        return versionCommand({}, {});
    const Command *command = commandNamed(first);
    if (command)
        return run(*command, arguments.sliced(1), sources);

    QStringList names;
    for (const Command &one : commands())
        names.append(QString::fromLatin1(one.name));
    complain((first.isEmpty() ? u"a command is needed: "_s
                              : u"there is no command %1; there are "_s.arg(first.left(40))) +
             names.join(u", "_s));
    return ExitUsage;
}

} // namespace tp::daemon
