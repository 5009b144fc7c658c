// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/backoff.h"

#include <algorithm>
#include <array>

namespace tp {

qint64 Backoff::nextMs()
{
    // Seven doublings are past the longest wait: more need not be counted.
    const qint64 waitMs = FirstMs << std::min(m_attempts, 7);
    ++m_attempts;

    std::array<quint8, 2> bytes{};
    m_random.fill(bytes);
    const qint64 chance = qint64(bytes[0]) << 8 | bytes[1];
    const qint64 jitterMs = waitMs / 4 * chance / 0xffff;
    return std::min(waitMs + jitterMs, LongestMs);
}

} // namespace tp
