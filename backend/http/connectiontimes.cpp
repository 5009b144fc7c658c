// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/connectiontimes.h"

namespace tp::http {

void ConnectionTimes::answered(qint64 nowMs)
{
    m_lastInputMs = nowMs;
    m_lastOutputMs = nowMs;
    m_bodySinceMs = 0;
}

void ConnectionTimes::headGoesOn(qint64 nowMs)
{
    if (m_headSinceMs == 0)
        m_headSinceMs = nowMs;
}

void ConnectionTimes::bodyBegan(qint64 nowMs)
{
    m_bodySinceMs = nowMs;
    m_bodyBytes = 0;
}

bool ConnectionTimes::isOpeningLate(qint64 nowMs, const ServerLimits &limits) const
{
    return nowMs - m_lastInputMs > limits.headTimeoutMs;
}

bool ConnectionTimes::isHeadLate(qint64 nowMs, const ServerLimits &limits) const
{
    return isInHead() && nowMs - m_headSinceMs > limits.headTimeoutMs;
}

bool ConnectionTimes::isBodyLate(qint64 nowMs, const ServerLimits &limits) const
{
    if (!isInBody())
        return false;
    const qint64 bodyMs = nowMs - m_bodySinceMs;
    const bool isSlow = bodyMs > limits.idleTimeoutMs &&
                        qint64(m_bodyBytes) * 1000 < bodyMs * limits.bodyBytesPerSecondMin;
    return isSlow || isIdleLong(nowMs, limits);
}

bool ConnectionTimes::isIdleLong(qint64 nowMs, const ServerLimits &limits) const
{
    return nowMs - m_lastInputMs > limits.idleTimeoutMs;
}

bool ConnectionTimes::isOutputStuck(qint64 nowMs, const ServerLimits &limits) const
{
    return nowMs - m_lastOutputMs > limits.idleTimeoutMs;
}

} // namespace tp::http
