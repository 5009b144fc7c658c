// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace tp {

/// Where time comes from. The kernel and the rules are handed times; only adapters ask a clock.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds since 1970-01-01T00:00:00Z. May jump when the machine's clock is set.
    virtual qint64 nowMs() const = 0;

    /// Milliseconds since an arbitrary start; never goes back. For time-outs and durations.
    virtual qint64 steadyMs() const = 0;
};

} // namespace tp
