// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/idempotencykeys.h"

#include "backend/kernel/testbreak.h"
#include "backend/storage/connection.h"

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// The key as far as it is known, or nothing when it has just gone.
Result<std::optional<IdempotencyKeys::Claim>>
knownOf(UnitOfWork &work, std::string_view scope, std::string_view key, std::string_view bodyHash)
{
    Rows rows = work.query("SELECT body_hash, status, headers, body, begun "
                           "FROM idempotency_keys "
                           "WHERE scope = $1 AND key = $2",
                           {scope, key});
    std::optional<IdempotencyKeys::Claim> known;
    if (rows.next()) {
        if (rows.text(0) != bodyHash)
            known = IdempotencyKeys::OtherBody{};
        else if (rows.isNull(1) && rows.isNull(4))
            known = IdempotencyKeys::InProgress{};
        else if (rows.isNull(1))
            known = IdempotencyKeys::Begun{Uuid::parse(rows.text(4)).value_or(Uuid())};
        else
            known = IdempotencyKeys::Stored{int(rows.integer(1)), std::string(rows.text(2)),
                                            std::string(rows.text(3))};
    }
    TP_CHECK(rows.finish());
    return known;
}

} // namespace

Result<IdempotencyKeys::Claim> IdempotencyKeys::claim(UnitOfWork &work, std::string_view scope,
                                                      std::string_view key,
                                                      std::string_view bodyHash)
{
    // One that has outlived its time is as good as new.
    const auto inserted = work.execute(
        "INSERT INTO idempotency_keys (scope, key, body_hash, created_at) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (scope, key) DO UPDATE SET body_hash = $3, created_at = $4, status = NULL, "
        "headers = NULL, body = NULL, begun = NULL WHERE idempotency_keys.created_at < $5",
        {scope, key, bodyHash, work.nowMs(), work.nowMs() - LifetimeMs});
    if (!inserted && work.connection().failure() == Connection::Failure::LockWait)
        return Claim(InProgress{});
    if (!inserted)
        return inserted.error();
    if (inserted.value() == 1 || TestBreak == Broken::Dedupe)
        return Claim(Claimed{});

    TP_TRY(std::optional<Claim> known, knownOf(work, scope, key, bodyHash));
    // Swept away between the two statements: whoever asks again will have it.
    return known ? std::move(*known) : Claim(InProgress{});
}

Result<void> IdempotencyKeys::noteBegun(UnitOfWork &work, std::string_view scope,
                                        std::string_view key, Uuid begun)
{
    TP_TRY(const qint64 changed, work.execute("UPDATE idempotency_keys SET begun = $3 "
                                              "WHERE scope = $1 AND key = $2",
                                              {scope, key, begun.toString()}));
    if (changed != 1)
        return Error{ErrorCode::Internal, u"nobody claimed the key of what was begun"_s, {}};
    return {};
}

Result<void> IdempotencyKeys::store(UnitOfWork &work, std::string_view scope, std::string_view key,
                                    const Stored &answer)
{
    TP_TRY(const qint64 changed,
           work.execute("UPDATE idempotency_keys SET status = $3, headers = $4, body = $5 "
                        "WHERE scope = $1 AND key = $2",
                        {scope, key, answer.status, answer.headers, answer.body}));
    if (changed != 1)
        return Error{ErrorCode::Internal, u"an answer for a key that nobody claimed"_s, {}};
    return {};
}

Result<void> IdempotencyKeys::release(UnitOfWork &work, std::string_view scope,
                                      std::string_view key)
{
    const auto deleted = work.execute("DELETE FROM idempotency_keys WHERE scope = $1 AND key = $2 "
                                      "AND status IS NULL",
                                      {scope, key});
    return deleted ? Result<void>() : Result<void>(deleted.error());
}

Result<qint64> IdempotencyKeys::sweep(UnitOfWork &work)
{
    return work.execute("DELETE FROM idempotency_keys WHERE (scope, key) IN "
                        "(SELECT scope, key FROM idempotency_keys WHERE created_at < $1 "
                        "ORDER BY created_at LIMIT 500)",
                        {work.nowMs() - LifetimeMs});
}

} // namespace tp::storage
