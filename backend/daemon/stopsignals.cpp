// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/stopsignals.h"

#include "backend/daemon/exitcodes.h"

#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace tp::daemon {
namespace {

/// A signal handler can reach nothing but what is static; it writes one byte to this.
volatile std::sig_atomic_t signalSocket = -1;

void onSignal(int)
{
    const char byte = 1;
    std::ignore = ::write(signalSocket, &byte, 1);
}

/// A server that does not answer, or a file that another program holds, can keep a writer waiting
/// for minutes. Nobody was promised what it would still do, and the database bears a kill.
constexpr unsigned StopSecondsMax = 10;

void onTimeUp(int)
{
    constexpr char Line[] = "tradepostd: ended without the changes that nobody was promised\n";
    std::ignore = ::write(STDERR_FILENO, Line, sizeof Line - 1);
    ::_exit(ExitOk);
}

} // namespace

StopSignals::StopSignals(bool withParent, std::function<void()> stop) : m_stop(std::move(stop))
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_sockets.data()) ==
        0) {
        signalSocket = m_sockets[0];
        m_signals = std::make_unique<QSocketNotifier>(m_sockets[1], QSocketNotifier::Read);
        QObject::connect(m_signals.get(), &QSocketNotifier::activated, m_signals.get(), [this] {
            char byte = 0;
            std::ignore = ::read(m_sockets[1], &byte, 1);
            stopInTime();
        });
        struct sigaction action = {};
        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        ::sigaction(SIGTERM, &action, nullptr);
        ::sigaction(SIGINT, &action, nullptr);
    }
    std::signal(SIGPIPE, SIG_IGN); // A client that went away is an error of its write.
    if (withParent)
        watchInput();
}

StopSignals::~StopSignals()
{
    ::alarm(0);
    std::signal(SIGALRM, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    m_signals.reset();
    ::close(m_sockets[0]);
    ::close(m_sockets[1]);
}

void StopSignals::watchInput()
{
    m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(m_input.get(), &QSocketNotifier::activated, m_input.get(), [this] {
        std::array<char, 256> ignored{};
        if (::read(STDIN_FILENO, ignored.data(), ignored.size()) > 0)
            return;
        m_input->setEnabled(false);
        stopInTime();
    });
}

void StopSignals::stopInTime()
{
    if (!std::exchange(m_isStopping, true)) {
        std::signal(SIGALRM, onTimeUp);
        ::alarm(StopSecondsMax);
    }
    m_stop();
}

} // namespace tp::daemon
