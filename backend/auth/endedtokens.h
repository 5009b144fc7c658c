// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tp::auth {

/// Access tokens that are void before they expire, in memory: of sessions that were ended, and of
/// users whose roles changed or who were disabled. Asked on every request, so it costs no query.
/// What this process ends is noted at once; what others end is read from the database. Any thread.
class EndedTokens
{
public:
    struct Read
    {
        std::vector<std::string> sessions;
        std::vector<std::pair<std::string, qint64>> cutoffs; ///< User, and tokens born before.
    };

    /// Nobody could read what others ended for that long: nothing is changed from then on.
    static constexpr qint64 BlindMsMax = 60'000;

    void endSession(const std::string &sessionId, qint64 nowMs);
    void cutOff(const std::string &userId, qint64 beforeMs);

    /// What the database says at `nowMs`, in the place of what it said before. A reading that was
    /// asked for earlier than the last one says nothing.
    void replace(const Read &read, qint64 nowMs, qint64 steadyMs);

    bool isSessionEnded(const std::string &sessionId) const;
    bool isCutOff(const std::string &userId, qint64 bornMs) const;

    /// Whether what is known is young enough to let changes through.
    bool isFresh(qint64 steadyMs) const;

private:
    mutable std::mutex m_mutex;                         ///< Guards all below.
    std::unordered_map<std::string, qint64> m_sessions; ///< And when it was noted here; 0: read.
    std::unordered_map<std::string, qint64> m_cutoffs;
    std::optional<qint64> m_readAtSteadyMs;
};

} // namespace tp::auth
