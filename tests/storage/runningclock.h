// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"

#include <chrono>

namespace tp::test {

/// Time that passes, for what waits for it.
class RunningClock final : public Clock
{
public:
    qint64 nowMs() const override
    {
        return since(std::chrono::system_clock::now().time_since_epoch());
    }
    qint64 steadyMs() const override
    {
        return since(std::chrono::steady_clock::now().time_since_epoch());
    }

private:
    template <typename Duration>
    static qint64 since(Duration duration)
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    }
};

} // namespace tp::test
