// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgresserver.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace tp::test {

namespace {

constexpr int AnswerMsMax = 90'000;

/// Two ends, closed in whatever is started later.
struct Pipe
{
    int readEnd = -1;
    int writeEnd = -1;

    bool make()
    {
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) != 0)
            return false;
        readEnd = ends[0];
        writeEnd = ends[1];
        return true;
    }
};

} // namespace

PostgresServer::~PostgresServer()
{
    if (m_commands)
        std::fclose(m_commands);
    if (m_answers)
        std::fclose(m_answers);
    if (m_script > 0)
        waitpid(m_script, nullptr, 0);
}

// Not QProcess: the thread sanitizer's runtime does not survive the way in which it forks.
bool PostgresServer::start()
{
    std::signal(SIGPIPE, SIG_IGN); // A script that died is an empty answer.
    Pipe commands;
    Pipe answers;
    if (!commands.make() || !answers.make())
        return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, commands.readEnd, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, answers.writeEnd, STDOUT_FILENO);
    char python[] = "python3";
    char script[] = TP_POSTGRES_SCRIPT;
    char *const arguments[] = {python, script, nullptr};
    const bool isStarted =
        posix_spawnp(&m_script, python, &actions, nullptr, arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(commands.readEnd);
    ::close(answers.writeEnd);
    m_commands = fdopen(commands.writeEnd, "w");
    m_answers = fdopen(answers.readEnd, "r");
    return isStarted && !answer().isEmpty();
}

QString PostgresServer::ask(const char *command)
{
    if (!m_commands || std::fputs(command, m_commands) < 0 || std::fflush(m_commands) != 0)
        return {};
    return answer();
}

QString PostgresServer::answer()
{
    pollfd waited = {fileno(m_answers), POLLIN, 0};
    char line[1024] = {};
    if (poll(&waited, 1, AnswerMsMax) <= 0 || !std::fgets(line, sizeof line, m_answers))
        return {};
    return QString::fromUtf8(line).trimmed();
}

} // namespace tp::test
