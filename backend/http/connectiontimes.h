// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/serverlimits.h"

#include <QtGlobal>

#include <cstddef>

namespace tp::http {

/// When something last happened on a connection, and whether it takes too long now. Steady
/// milliseconds; it asks no clock.
class ConnectionTimes
{
public:
    explicit ConnectionTimes(qint64 nowMs) : m_lastInputMs(nowMs), m_lastOutputMs(nowMs) {}

    void inputCame(qint64 nowMs) { m_lastInputMs = nowMs; }
    void outputWent(qint64 nowMs) { m_lastOutputMs = nowMs; }
    /// The client's turn: all it has to do begins anew.
    void answered(qint64 nowMs);

    void headGoesOn(qint64 nowMs);
    void headEnded() { m_headSinceMs = 0; }
    void bodyBegan(qint64 nowMs);
    void bodyCame(std::size_t bytes) { m_bodyBytes += bytes; }

    bool isInHead() const { return m_headSinceMs != 0; }
    bool isInBody() const { return m_bodySinceMs != 0; }

    bool isOpeningLate(qint64 nowMs, const ServerLimits &limits) const;
    bool isHeadLate(qint64 nowMs, const ServerLimits &limits) const;
    /// No byte for long, or too few of them on average.
    bool isBodyLate(qint64 nowMs, const ServerLimits &limits) const;
    bool isIdleLong(qint64 nowMs, const ServerLimits &limits) const;
    bool isOutputStuck(qint64 nowMs, const ServerLimits &limits) const;

private:
    qint64 m_lastInputMs;
    qint64 m_lastOutputMs;
    qint64 m_headSinceMs = 0; ///< 0: no head has begun.
    qint64 m_bodySinceMs = 0; ///< 0: no body has.
    std::size_t m_bodyBytes = 0;
};

} // namespace tp::http
