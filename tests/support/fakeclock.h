// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"

#include <atomic>

namespace tp::test {

/// Time stands still until a test moves it. Atomic, because the threads under test read it while
/// the test's own thread moves it.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 nowMs = 1'767'225'600'000 /* 2026-01-01T00:00:00Z */) : m_nowMs(nowMs)
    {}

    qint64 nowMs() const override { return m_nowMs.load(); }
    qint64 steadyMs() const override { return m_steadyMs.load(); }

    /// Both clocks go on, as when time passes.
    void advance(qint64 ms)
    {
        m_nowMs.fetch_add(ms);
        m_steadyMs.fetch_add(ms);
    }

    /// Only the wall clock jumps, as when somebody sets it.
    void setNowMs(qint64 ms) { m_nowMs.store(ms); }
    void setSteadyMs(qint64 ms) { m_steadyMs.store(ms); }

private:
    std::atomic<qint64> m_nowMs;
    std::atomic<qint64> m_steadyMs{1'000'000};
};

} // namespace tp::test
