// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/options.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

constexpr int ThreadsMax = 256;

// clang-format off
constexpr std::array<OptionSpec, std::size_t(Option::Count)> OptionSpecs{{
    // option                name             value         kind               place                most        help
    {Option::Database,       "database",      "URL",        ValueKind::Text,   Place::Anywhere,     0,          "where the shop is: sqlite:FILE or postgresql://USER@HOST/NAME"},
    {Option::Data,           "data",          "FOLDER",     ValueKind::Text,   Place::Anywhere,     0,          "where shop.db is looked for and made without --database"},
    {Option::Images,         "images",        "FOLDER",     ValueKind::Text,   Place::Anywhere,     0,          "where product pictures are kept; beside the database without it"},
    {Option::Listen,         "listen",        "ADDR:PORT",  ValueKind::List,   Place::Anywhere,     0,          "where to listen, several times if need be; port 0: any free one"},
    {Option::TlsCert,        "tls-cert",      "FILE",       ValueKind::Text,   Place::Anywhere,     0,          "certificate with its chain (PEM); with it everything is HTTPS"},
    {Option::TlsKey,         "tls-key",       "FILE",       ValueKind::Text,   Place::Anywhere,     0,          "the certificate's private key (PEM, no passphrase)"},
    {Option::CorsOrigin,     "cors-origin",   "ORIGIN",     ValueKind::List,   Place::Anywhere,     0,          "a web site whose pages may call the API, several times if need be"},
    {Option::Oidc,           "oidc",          "ISSUER",      ValueKind::List,   Place::Anywhere,     0,          "whose tokens are taken too (OpenID Connect), several times if need be"},
    {Option::TrustedProxy,   "trusted-proxy", "ADDRESS",    ValueKind::List,   Place::Anywhere,     0,          "a proxy whose X-Forwarded-For is believed: 10.0.0.7 or 10.0.0.0/8"},
    {Option::IoThreads,      "io-threads",    "N",          ValueKind::Number, Place::Anywhere,     ThreadsMax, "threads that speak to clients; 0: as many as cores"},
    {Option::Currency,       "currency",      "CODE",       ValueKind::Text,   Place::Anywhere,     0,          "currency of a fresh shop (ISO 4217); EUR without it"},
    {Option::LogLevel,       "log-level",     "LEVEL",      ValueKind::Text,   Place::Anywhere,     0,          "debug, info, warning or critical"},
    {Option::Config,         "config",        "FILE",       ValueKind::Text,   Place::CommandLine,  0,          "read this file of settings instead of the usual ones"},
    {Option::NoMigrate,      "no-migrate",    nullptr,      ValueKind::Flag,   Place::Anywhere,     0,          "refuse a database of an older version instead of migrating it"},
    {Option::Demo,           "demo",          nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "a shop to try things in: demo.db, filled when it is empty"},
    {Option::TestGateway,    "test-gateway",  nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "take cards of a gateway that moves no money: never in a real shop"},
    {Option::TestGatewayBooks, "test-gateway-books", "FILE", ValueKind::Text,  Place::CommandLine,  0,          "where it keeps its books; FILE.gateway beside SQLite without it"},
    {Option::KeyFile,        "key-file",      "FILE",       ValueKind::Text,   Place::Anywhere,     0,          "what secrets are sealed with; FILE.key beside SQLite without it"},
    {Option::Email,          "email",         "EMAIL",      ValueKind::Text,   Place::CommandLine,  0,          "who"},
    {Option::Role,           "role",          "ROLE",       ValueKind::Text,   Place::CommandLine,  0,          "customer, cashier, vendor, manager or admin"},
    {Option::Name,           "name",          "NAME",       ValueKind::Text,   Place::CommandLine,  0,          "what people call them"},
    {Option::PasswordStdin,  "password-stdin",nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "read the password from the first line of standard input"},
    {Option::PinStdin,       "pin-stdin",     nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "read the PIN from the first line of standard input"},
    {Option::WithParent,     "with-parent",   nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "end when standard input closes"},
    {Option::Check,          "check",         nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "say what would be done, and do nothing"},
    {Option::DryRun,         "dry-run",       nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "say what would change, and change nothing"},
    {Option::AllOrNothing,   "all-or-nothing",nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "import nothing when any row is bad"},
    {Option::Force,          "force",         nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "write over a file that is there"},
    {Option::Json,           "json",          nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "print JSON"},
    {Option::Help,           "help",          nullptr,      ValueKind::Flag,   Place::CommandLine,  0,          "this text"},
}};
// clang-format on

constexpr bool standsInOrder()
{
    for (std::size_t i = 0; i < OptionSpecs.size(); ++i) {
        if (OptionSpecs[i].option != Option(i))
            return false;
    }
    return true;
}
static_assert(standsInOrder());

} // namespace

const OptionSpec &specOf(Option option)
{
    return OptionSpecs[std::size_t(option)];
}

std::optional<Option> optionNamed(QStringView name)
{
    for (const OptionSpec &spec : OptionSpecs) {
        if (name == QLatin1StringView(spec.name))
            return spec.option;
    }
    return std::nullopt;
}

QString flagOf(Option option)
{
    return u"--"_s + QLatin1StringView(specOf(option).name);
}

QString variableOf(Option option)
{
    return u"TRADEPOST_"_s +
           QString(QLatin1StringView(specOf(option).name)).toUpper().replace(u'-', u'_');
}

} // namespace tp::daemon
