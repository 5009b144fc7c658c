// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <sys/types.h>

#include <cstdio>

namespace tp::test {

/// A PostgreSQL server of the test's own (tests/support/postgresserver.py), gone with this object.
/// Every call waits for its answer; an empty one means that it failed, and why is on standard
/// error.
class PostgresServer
{
public:
    PostgresServer() = default;
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    bool start();

    /// The URL of a new, empty database.
    QString makeDatabase() { return ask("database\n"); }

    bool crashAndStartAgain() { return ask("crash\n") == QLatin1String("ok"); }
    bool stop() { return ask("stop\n") == QLatin1String("ok"); }
    bool startAgain() { return ask("start\n") == QLatin1String("ok"); }
    bool pause() { return ask("pause\n") == QLatin1String("ok"); }
    bool resume() { return ask("resume\n") == QLatin1String("ok"); }

private:
    QString ask(const char *command);
    QString answer();

    pid_t m_script = 0;
    std::FILE *m_commands = nullptr;
    std::FILE *m_answers = nullptr;
};

} // namespace tp::test
