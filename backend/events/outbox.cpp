// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/events/outbox.h"

#include "backend/events/outboxqueries.h"

namespace tp::events {

namespace {

/// Any number, as long as all backends use the same and nobody else does.
constexpr qint64 NumberingLock = 8'390'114'502;

} // namespace

Result<void> Outbox::add(storage::UnitOfWork &work, const Event &event)
{
    TP_CHECK(
        work.execute("INSERT INTO outbox (type, subject, readers, owner, at, data) "
                     "VALUES ($1, $2, $3, $4, $5, $6)",
                     {contract::wireName(event.type), event.subject, readersText(event.audience),
                      event.audience.owner, work.nowMs(), event.data}));
    return {};
}

Result<bool> Outbox::prune(storage::UnitOfWork &work, qint64 keptMax)
{
    TP_TRY(const qint64 newest, OutboxQueries::newest(work));
    TP_TRY(const qint64 keptAfter, OutboxQueries::keptAfter(work));
    qint64 last = 0;
    qint64 count = 0;
    {
        auto rows = work.query("SELECT seq, at FROM outbox WHERE seq > $1 ORDER BY seq LIMIT $2",
                               {keptAfter, PrunedAtOnceMax});
        while (rows.next()) {
            const bool isOld = rows.integer(1) < work.nowMs() - KeptMs;
            if (!isOld && rows.integer(0) > newest - keptMax)
                break;
            last = rows.integer(0);
            ++count;
        }
        TP_CHECK(rows.finish());
    }
    if (count == 0)
        return false;
    TP_CHECK(work.execute("UPDATE outbox_kept SET after_seq = $1 WHERE after_seq < $1", {last}));
    TP_CHECK(work.execute("DELETE FROM outbox WHERE seq > $1 AND seq <= $2", {keptAfter, last}));
    return count == PrunedAtOnceMax;
}

Result<qint64> Outbox::number(storage::UnitOfWork &work)
{
    // Held until the commit is visible, so that a number is never given after a higher one was
    // seen. What is committed while we wait is part of the next statement's view.
    auto locked = work.query("SELECT pg_advisory_xact_lock($1)", {NumberingLock});
    locked.next();
    TP_CHECK(locked.finish());
    TP_TRY(const qint64 newest, OutboxQueries::newest(work));
    return work.execute(
        "WITH fresh AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM "
        "(SELECT id FROM outbox WHERE seq IS NULL ORDER BY id LIMIT $2) AS waiting) "
        "UPDATE outbox SET seq = $1 + fresh.place FROM fresh WHERE outbox.id = fresh.id",
        {newest, NumberedAtOnceMax});
}

} // namespace tp::events
