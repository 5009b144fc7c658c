// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcuser.h"
#include "backend/auth/recentmap.h"

#include <mutex>
#include <optional>

namespace tp::auth {

/// The users of outside accounts who were here lately, so that a request costs no query. Any
/// thread.
class KnownUsers
{
public:
    struct Entry
    {
        OidcUser user;
        qint64 readMs = 0;       ///< No change of theirs before this is missing.
        qint64 readSteadyMs = 0; ///< By the clock that never jumps.
    };

    std::optional<Entry> find(const OidcAccount &account);
    void insert(const OidcAccount &account, const Entry &entry);

private:
    static constexpr std::size_t Most = 10'000;

    std::mutex m_mutex; ///< Guards m_entries.
    RecentMap<Entry> m_entries{Most};
};

} // namespace tp::auth
