// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/refusedtokenservice.h"

#include "backend/auth/throttleservice.h"
#include "backend/journal/auditlog.h"

#include <memory>
#include <utility>
#include <vector>

namespace tp::auth {
namespace {

std::string kindOf(const RefusedToken &token, const Origin &origin)
{
    return ThrottleService::addressKey(origin.address) + '\n' + token.issuer + '\n' + token.userId +
           '\n' + token.reason;
}

/// Our own sentences and a configured address: what JSON would escape does not stand in them.
std::string detailsOf(const RefusedToken &token, qint64 count)
{
    const std::string issuer = token.issuer.empty() ? "null" : '"' + token.issuer + '"';
    return R"({"reason":")" + token.reason + R"(","issuer":)" + issuer + R"(,"count":)" +
           std::to_string(count) + '}';
}

} // namespace

void RefusedTokenService::note(const RefusedToken &token, const Origin &origin)
{
    Seen first{token, origin, m_clock.steadyMs(), 1};
    std::string key = kindOf(token, origin);
    {
        const std::lock_guard lock(m_mutex);
        auto known = m_seen.find(key);
        if (known == m_seen.end() && m_seen.size() >= KeysMax) {
            key.clear();
            first.token = {"too many kinds of tokens are refused", {}, {}};
            first.origin = {};
            known = m_seen.find(key);
        }
        if (known != m_seen.end()) {
            ++known->second.untold;
            return;
        }
        m_seen.emplace(key, first).first->second.untold = 0;
    }
    tell(key, first);
}

void RefusedTokenService::tellCounts(qint64 afterMs)
{
    const qint64 nowMs = m_clock.steadyMs();
    std::vector<std::pair<std::string, Seen>> due;
    {
        const std::lock_guard lock(m_mutex);
        for (auto seen = m_seen.begin(); seen != m_seen.end();) {
            if (nowMs - seen->second.sinceMs < afterMs) {
                ++seen;
            } else if (seen->second.untold == 0) {
                seen = m_seen.erase(seen);
            } else {
                due.emplace_back(*seen);
                seen->second.sinceMs = nowMs;
                seen->second.untold = 0;
                ++seen;
            }
        }
    }
    for (const auto &[key, seen] : due)
        tell(key, seen);
}

void RefusedTokenService::tell(const std::string &key, const Seen &seen)
{
    auto isAdded = std::make_shared<bool>(false);
    auto job = [seen, isAdded](storage::UnitOfWork &work) {
        const auto added = journal::AuditLog::add(
            work, seen.origin,
            {"token.refused", seen.token.userId, detailsOf(seen.token, seen.untold)});
        *isAdded = bool(added);
        return added ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    };
    auto end = [this, key, seen, isAdded](const storage::Writer::Outcome &outcome) {
        if (!*isAdded || (!outcome.committed && !outcome.unknown))
            giveBack(key, seen);
    };
    if (!m_database.writer().submit(storage::Writer::Lane::Bulk, std::move(job), std::move(end)))
        giveBack(key, seen);
}

void RefusedTokenService::giveBack(const std::string &key, const Seen &seen)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_seen.try_emplace(key, seen);
    if (!known.second)
        known.first->second.untold += seen.untold;
}

} // namespace tp::auth
