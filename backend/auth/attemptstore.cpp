// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/attemptstore.h"

namespace tp::auth {
namespace {

constexpr qint64 KeptMs = 24LL * 60 * 60 * 1000;

const char *nameOf(AttemptStore::Kind kind)
{
    switch (kind) {
    case AttemptStore::Kind::Account:
        return "account";
    case AttemptStore::Kind::Address:
        return "address";
    case AttemptStore::Kind::Registration:
        return "registration";
    }
    Q_UNREACHABLE();
}

} // namespace

Result<void> AttemptStore::lock(storage::UnitOfWork &work, Kind kind, std::string_view key)
{
    // There is no row to lock before the first try. SQLite has one writer, and needs no lock.
    if (work.dialect() == storage::Dialect::Postgres) {
        auto rows = work.query("SELECT pg_advisory_xact_lock(CAST($1 AS INTEGER), hashtext($2))",
                               {int(kind), key});
        TP_CHECK(rows.finish());
    }
    return {};
}

Result<AttemptStore::Count> AttemptStore::since(storage::Session &session, Kind kind,
                                                std::string_view key, qint64 sinceMs)
{
    auto rows = session.query("SELECT COUNT(*), coalesce(MIN(at), 0) FROM failed_attempts "
                              "WHERE kind = $1 AND key = $2 AND at > $3",
                              {nameOf(kind), key, sinceMs});
    Count count;
    if (rows.next())
        count = {rows.integer(0), rows.integer(1)};
    TP_CHECK(rows.finish());
    return count;
}

Result<void> AttemptStore::add(storage::UnitOfWork &work, Kind kind, std::string_view key)
{
    TP_CHECK(work.execute("INSERT INTO failed_attempts (kind, key, at, id) VALUES ($1, $2, $3, $4)",
                          {nameOf(kind), key, work.nowMs(), work.newId()}));
    return {};
}

Result<void> AttemptStore::sweep(storage::UnitOfWork &work)
{
    TP_CHECK(work.execute("DELETE FROM failed_attempts WHERE at < $1", {work.nowMs() - KeptMs}));
    return {};
}

} // namespace tp::auth
