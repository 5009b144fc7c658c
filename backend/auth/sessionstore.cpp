// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/sessionstore.h"

namespace tp::auth {
namespace {

/// Ended and expired ones are kept that long: whoever comes with their token is known.
constexpr qint64 KeptMs = 30LL * 24 * 60 * 60 * 1000;

Result<std::vector<SessionId>> idsIn(storage::Rows rows)
{
    std::vector<SessionId> ids;
    while (rows.next())
        ids.push_back(SessionId::parse(rows.text(0)).value_or(SessionId()));
    TP_CHECK(rows.finish());
    return ids;
}

} // namespace

Result<void> SessionStore::insert(storage::UnitOfWork &work, const Row &session)
{
    TP_CHECK(work.execute(
        "INSERT INTO sessions (id, user_id, till_id, device, address, is_pin, created_at, "
        "last_used_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)",
        {session.id, session.userId, session.tillId, session.device, session.address, session.isPin,
         work.nowMs(), session.expiresAtMs}));
    return {};
}

Result<std::optional<SessionStore::Row>> SessionStore::find(storage::Session &session, SessionId id)
{
    auto rows = session.query("SELECT user_id, till_id, device, address, is_pin, created_at, "
                              "expires_at, ended_at FROM sessions WHERE id = $1",
                              {id});
    std::optional<Row> found;
    if (rows.next()) {
        found = Row{id,
                    UserId::parse(rows.text(0)),
                    TillId::parse(rows.text(1)),
                    QString::fromUtf8(rows.text(2).data(), qsizetype(rows.text(2).size())),
                    std::string(rows.text(3)),
                    rows.boolean(4),
                    rows.integer(5),
                    rows.integer(6),
                    !rows.isNull(7)};
    }
    TP_CHECK(rows.finish());
    return found;
}

Result<std::optional<SessionId>> SessionStore::sessionOf(storage::Session &session,
                                                         std::string_view hash)
{
    auto rows = session.query("SELECT session_id FROM refresh_tokens WHERE hash = $1", {hash});
    std::optional<SessionId> found;
    if (rows.next())
        found = SessionId::parse(rows.text(0)).value_or(SessionId());
    TP_CHECK(rows.finish());
    return found;
}

Result<void> SessionStore::insertToken(storage::UnitOfWork &work, std::string_view hash,
                                       SessionId sessionId)
{
    TP_CHECK(work.execute(
        "INSERT INTO refresh_tokens (hash, session_id, created_at) VALUES ($1, $2, $3)",
        {hash, sessionId, work.nowMs()}));
    return {};
}

Result<bool> SessionStore::useToken(storage::UnitOfWork &work, std::string_view hash)
{
    TP_TRY(
        const qint64 used,
        work.execute("UPDATE refresh_tokens SET used_at = $1 WHERE hash = $2 AND used_at IS NULL",
                     {work.nowMs(), hash}));
    return used == 1;
}

Result<bool> SessionStore::prolong(storage::UnitOfWork &work, SessionId id, qint64 expiresAtMs)
{
    TP_TRY(const qint64 prolonged,
           work.execute("UPDATE sessions SET last_used_at = $1, expires_at = $2 "
                        "WHERE id = $3 AND ended_at IS NULL",
                        {work.nowMs(), expiresAtMs, id}));
    return prolonged == 1;
}

Result<bool> SessionStore::end(storage::UnitOfWork &work, SessionId id)
{
    TP_TRY(const qint64 ended,
           work.execute("UPDATE sessions SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL",
                        {work.nowMs(), id}));
    return ended == 1;
}

Result<std::vector<SessionId>> SessionStore::endOfUser(storage::UnitOfWork &work, UserId userId,
                                                       SessionId but)
{
    TP_TRY(auto ids, idsIn(work.query("SELECT id FROM sessions WHERE user_id = $1 AND ended_at IS "
                                      "NULL AND id <> $2",
                                      {userId, but})));
    TP_CHECK(work.execute("UPDATE sessions SET ended_at = $1 WHERE user_id = $2 AND ended_at IS "
                          "NULL AND id <> $3",
                          {work.nowMs(), userId, but}));
    return ids;
}

Result<std::vector<SessionId>> SessionStore::endOfTill(storage::UnitOfWork &work, TillId tillId)
{
    TP_TRY(auto ids,
           idsIn(work.query("SELECT id FROM sessions WHERE till_id = $1 AND ended_at IS NULL",
                            {tillId})));
    TP_CHECK(
        work.execute("UPDATE sessions SET ended_at = $1 WHERE till_id = $2 AND ended_at IS NULL",
                     {work.nowMs(), tillId}));
    return ids;
}

Result<void> SessionStore::endAll(storage::UnitOfWork &work)
{
    TP_CHECK(
        work.execute("UPDATE sessions SET ended_at = $1 WHERE ended_at IS NULL", {work.nowMs()}));
    return {};
}

Result<qint64> SessionStore::cutOff(storage::UnitOfWork &work, UserId userId)
{
    // A backend whose clock is ahead has made tokens that are born later than now.
    auto used = work.query("SELECT coalesce(MAX(last_used_at), 0) FROM sessions "
                           "WHERE user_id = $1 AND ended_at IS NULL",
                           {userId});
    const qint64 lastUsedMs = used.next() ? used.integer(0) : 0;
    TP_CHECK(used.finish());
    auto cutoff = work.query("INSERT INTO token_cutoffs (user_id, before_ms) VALUES ($1, $2) "
                             "ON CONFLICT (user_id) DO UPDATE SET before_ms = "
                             "CASE WHEN excluded.before_ms > token_cutoffs.before_ms "
                             "THEN excluded.before_ms ELSE token_cutoffs.before_ms + 1 END "
                             "RETURNING before_ms",
                             {userId, std::max(work.nowMs(), lastUsedMs) + 1});
    const qint64 beforeMs = cutoff.next() ? cutoff.integer(0) : 0;
    TP_CHECK(cutoff.finish());
    return beforeMs;
}

Result<qint64> SessionStore::birthOf(storage::UnitOfWork &work, UserId userId)
{
    auto rows = work.query("SELECT before_ms FROM token_cutoffs WHERE user_id = $1", {userId});
    const qint64 beforeMs = rows.next() ? rows.integer(0) : 0;
    TP_CHECK(rows.finish());
    return std::max(work.nowMs(), beforeMs);
}

Result<EndedTokens::Read> SessionStore::ended(storage::Session &session, qint64 sinceMs)
{
    EndedTokens::Read read;
    auto sessions = session.query(
        "SELECT id FROM sessions WHERE ended_at IS NOT NULL AND ended_at >= $1", {sinceMs});
    while (sessions.next())
        read.sessions.emplace_back(sessions.text(0));
    TP_CHECK(sessions.finish());
    auto cutoffs = session.query(
        "SELECT user_id, before_ms FROM token_cutoffs WHERE before_ms >= $1", {sinceMs});
    while (cutoffs.next())
        read.cutoffs.emplace_back(cutoffs.text(0), cutoffs.integer(1));
    TP_CHECK(cutoffs.finish());
    return read;
}

Result<void> SessionStore::sweep(storage::UnitOfWork &work)
{
    const qint64 beforeMs = work.nowMs() - KeptMs;
    TP_CHECK(work.execute("DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE "
                          "expires_at < $1 OR ended_at < $1 LIMIT 500)",
                          {beforeMs}));
    TP_CHECK(work.execute("DELETE FROM token_cutoffs WHERE user_id IN (SELECT user_id FROM "
                          "token_cutoffs WHERE before_ms < $1 LIMIT 500)",
                          {beforeMs}));
    return {};
}

} // namespace tp::auth
