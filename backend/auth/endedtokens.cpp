// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/endedtokens.h"

#include "backend/auth/accesstoken.h"

namespace tp::auth {

void EndedTokens::endSession(const std::string &sessionId, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.insert_or_assign(sessionId, nowMs);
}

void EndedTokens::cutOff(const std::string &userId, qint64 beforeMs)
{
    const std::lock_guard lock(m_mutex);
    qint64 &known = m_cutoffs[userId];
    known = std::max(known, beforeMs);
}

void EndedTokens::replace(const Read &read, qint64 nowMs, qint64 steadyMs)
{
    const std::lock_guard lock(m_mutex);
    if (m_readAtSteadyMs && steadyMs < *m_readAtSteadyMs)
        return; // A reader that was held up: what is known is younger.
    // What was noted here a moment ago may not have been committed when the database was read.
    std::erase_if(m_sessions,
                  [nowMs](const auto &entry) { return entry.second < nowMs - BlindMsMax; });
    std::erase_if(m_cutoffs, [nowMs](const auto &entry) {
        return entry.second < nowMs - AccessLifetimeMs - BlindMsMax;
    });
    for (const std::string &session : read.sessions)
        m_sessions.try_emplace(session, 0);
    for (const auto &[user, beforeMs] : read.cutoffs) {
        qint64 &known = m_cutoffs[user];
        known = std::max(known, beforeMs);
    }
    m_readAtSteadyMs = steadyMs;
}

bool EndedTokens::isSessionEnded(const std::string &sessionId) const
{
    const std::lock_guard lock(m_mutex);
    return m_sessions.contains(sessionId);
}

bool EndedTokens::isCutOff(const std::string &userId, qint64 bornMs) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_cutoffs.find(userId);
    return found != m_cutoffs.end() && bornMs < found->second;
}

bool EndedTokens::isFresh(qint64 steadyMs) const
{
    const std::lock_guard lock(m_mutex);
    return m_readAtSteadyMs && steadyMs - *m_readAtSteadyMs <= BlindMsMax;
}

} // namespace tp::auth
