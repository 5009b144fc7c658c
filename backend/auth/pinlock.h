// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace tp::auth {

/// What wrong tries of a PIN lead to: from the fifth on one waits, longer each time; after the
/// tenth it is locked until a manager unlocks it.
struct PinLock
{
    static constexpr int FreeTries = 4;
    static constexpr int TriesMax = 10;
    static constexpr qint64 FirstWaitMs = 5'000;

    int failures = 0; ///< In a row.
    qint64 lastFailureMs = 0;

    bool isLocked() const { return failures >= TriesMax; }

    /// How long the next try has to wait: 5, 10, 20, 40, 80 s after the fifth to the ninth.
    qint64 waitMs(qint64 nowMs) const
    {
        if (failures <= FreeTries || isLocked())
            return 0;
        const qint64 wait = FirstWaitMs << (failures - FreeTries - 1);
        return std::clamp<qint64>(lastFailureMs + wait - nowMs, 0, wait);
    }
};

} // namespace tp::auth
