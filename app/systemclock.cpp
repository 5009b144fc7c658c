// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/systemclock.h"

#include <chrono>

namespace tp::app {

namespace {

template <typename C>
qint64 millisecondsOf()
{
    using std::chrono::duration_cast;
    return duration_cast<std::chrono::milliseconds>(C::now().time_since_epoch()).count();
}

} // namespace

qint64 SystemClock::nowMs() const
{
    return millisecondsOf<std::chrono::system_clock>();
}

qint64 SystemClock::steadyMs() const
{
    return millisecondsOf<std::chrono::steady_clock>();
}

} // namespace tp::app
