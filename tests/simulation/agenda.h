// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/fakeclock.h"

#include <functional>
#include <map>
#include <utility>

namespace tp::test {

/// What is going to happen, in the order of its time: instead of waiting, the clock jumps to the
/// next of it. One thread.
class Agenda
{
public:
    using What = std::function<void()>;

    explicit Agenda(FakeClock &clock) : m_clock(clock) {}

    /// Things of one moment happen in the order in which they were said.
    void after(qint64 ms, What what)
    {
        m_ahead.emplace(m_clock.nowMs() + std::max<qint64>(ms, 0), std::move(what));
    }

    /// All until then, with what follows from it; then it is then.
    void runUntil(qint64 ms)
    {
        while (!m_ahead.empty() && m_ahead.begin()->first <= ms) {
            const auto next = m_ahead.extract(m_ahead.begin());
            m_clock.advance(next.key() - m_clock.nowMs());
            next.mapped()();
        }
        m_clock.advance(ms - m_clock.nowMs());
    }

private:
    FakeClock &m_clock;
    std::multimap<qint64, What> m_ahead;
};

} // namespace tp::test
