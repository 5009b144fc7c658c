// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "backend/kernel/origin.h"
#include "backend/storage/database.h"

#include <map>
#include <mutex>
#include <string>

namespace tp::auth {

/// What the audit trail is told of a token that was refused: never the token, nor a word of it that
/// nobody has signed.
struct RefusedToken
{
    std::string reason; ///< One of our own sentences.
    std::string issuer; ///< One that the shop trusts, as the token names it; empty: none.
    std::string userId; ///< Whose it is, where its signature was good; else empty.
};

/// Leaves a row in the audit trail for tokens that are refused. Whoever sends tokens can send
/// thousands a second, so the first is told at once and what follows within a minute from the same
/// address for the same reason is counted and told in one row; beyond KeysMax of such kinds a
/// minute they are counted together. What cannot be written now is told later. Any thread; nobody
/// waits.
class RefusedTokenService
{
public:
    static constexpr qint64 WindowMs = 60'000;
    static constexpr std::size_t KeysMax = 200;

    /// Both outlive it, and `database` is closed before it goes.
    RefusedTokenService(storage::Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}

    void note(const RefusedToken &token, const Origin &origin);

    /// Writes what was counted since `afterMs` ago or longer. To be called now and then.
    void tellCounts(qint64 afterMs = WindowMs);

private:
    struct Seen
    {
        RefusedToken token;
        Origin origin; ///< The first one's.
        qint64 sinceMs = 0;
        qint64 untold = 0;
    };

    void tell(const std::string &key, const Seen &seen);
    void giveBack(const std::string &key, const Seen &seen);

    storage::Database &m_database;
    const Clock &m_clock;

    std::mutex m_mutex; ///< Guards m_seen.
    std::map<std::string, Seen> m_seen;
};

} // namespace tp::auth
