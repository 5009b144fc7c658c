// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <QtGlobal>

namespace tp {

/// How long to wait before something is tried again: 0.5 s, doubled each time, and up to a quarter
/// more by chance, so that many tills do not come back in the same instant; 30 s at most.
class Backoff
{
public:
    static constexpr qint64 FirstMs = 500;
    static constexpr qint64 LongestMs = 30'000;

    explicit Backoff(Random &random) : m_random(random) {}

    qint64 nextMs();
    void reset() { m_attempts = 0; }

private:
    Random &m_random;
    int m_attempts = 0;
};

} // namespace tp
