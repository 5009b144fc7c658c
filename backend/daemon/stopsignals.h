// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace tp::daemon {

/// Turns SIGTERM and SIGINT, and with a parent the end of standard input, into a call on the main
/// thread, and ends the process when 10 s later it is still there. One in a process: signal
/// handlers belong to all of it.
class StopSignals
{
public:
    /// `stop` is called for each of them; the second SIGINT of a person in a hurry included.
    StopSignals(bool withParent, std::function<void()> stop);
    ~StopSignals();

private:
    void watchInput();
    void stopInTime();

    std::function<void()> m_stop;
    std::array<int, 2> m_sockets{-1, -1};
    std::unique_ptr<QSocketNotifier> m_signals;
    std::unique_ptr<QSocketNotifier> m_input;
    bool m_isStopping = false;
};

} // namespace tp::daemon
