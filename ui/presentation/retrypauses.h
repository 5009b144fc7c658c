// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"

#include <QHash>
#include <QString>

namespace tp::ui {

/// When an account may be tried again after the server has asked for a pause (Retry-After). A
/// pause is one account's: others may sign in meanwhile.
class RetryPauses
{
public:
    explicit RetryPauses(const Clock &clock) : m_clock(clock) {}

    void note(const QString &account, int seconds)
    {
        if (seconds > 0)
            m_untilMs.insert(account, m_clock.steadyMs() + seconds * 1'000LL);
    }

    /// Begun seconds count: 0 says that it may be tried.
    int secondsLeft(const QString &account) const
    {
        const qint64 restMs = m_untilMs.value(account) - m_clock.steadyMs();
        return restMs > 0 ? int((restMs + 999) / 1'000) : 0;
    }

private:
    const Clock &m_clock;
    QHash<QString, qint64> m_untilMs; ///< On the steady clock.
};

} // namespace tp::ui
