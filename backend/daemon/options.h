// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace tp::daemon {

/// Everything that can be set. A name is spelled once: `--io-threads`, TRADEPOST_IO_THREADS and
/// `io-threads = 4` in a file are the same.
enum class Option {
    Database,
    Data,
    Images,
    Listen,
    TlsCert,
    TlsKey,
    CorsOrigin,
    Oidc,
    TrustedProxy,
    IoThreads,
    Currency,
    LogLevel,
    Config,
    NoMigrate,
    Demo,
    TestGateway,
    TestGatewayBooks,
    KeyFile,
    Email,
    Role,
    Name,
    PasswordStdin,
    PinStdin,
    WithParent,
    Check,
    DryRun,
    AllOrNothing,
    Force,
    Json,
    Help,
    Count
};

enum class ValueKind {
    Flag,   ///< Given or not; elsewhere true, yes, on, 1 or false, no, off, 0.
    Text,   ///< Not empty.
    Number, ///< From 0 to `most`.
    List    ///< Several times, or parted by commas in environment and file.
};

/// Where an option may stand: a flag that is meant for one run has no place in a file.
enum class Place { Anywhere, CommandLine };

struct OptionSpec
{
    Option option;
    const char *name;
    const char *valueName; ///< For the help; null for a flag.
    ValueKind kind;
    Place place;
    int most;
    const char *help;
};

const OptionSpec &specOf(Option option);

/// By its name, as in a file.
std::optional<Option> optionNamed(QStringView name);

/// "--io-threads"
QString flagOf(Option option);

/// "TRADEPOST_IO_THREADS"
QString variableOf(Option option);

} // namespace tp::daemon
