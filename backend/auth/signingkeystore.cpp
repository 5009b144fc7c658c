// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/signingkeystore.h"

namespace tp::auth {

Result<std::vector<SigningKeyStore::Row>> SigningKeyStore::usable(storage::Session &session,
                                                                  qint64 nowMs)
{
    std::vector<Row> keys;
    auto rows =
        session.query("SELECT kid, sealed, active_from, retired_at FROM signing_keys "
                      "WHERE retired_at IS NULL OR retired_at > $1 ORDER BY active_from DESC",
                      {nowMs});
    while (rows.next()) {
        keys.push_back({std::string(rows.text(0)), std::string(rows.text(1)), rows.integer(2),
                        rows.isNull(3) ? std::nullopt : std::optional(rows.integer(3))});
    }
    TP_CHECK(rows.finish());
    return keys;
}

Result<void> SigningKeyStore::insert(storage::UnitOfWork &work, const Row &row)
{
    TP_CHECK(work.execute("INSERT INTO signing_keys (kid, sealed, active_from, created_at) "
                          "VALUES ($1, $2, $3, $4)",
                          {row.kid, row.sealed, row.activeFromMs, work.nowMs()}));
    return {};
}

Result<void> SigningKeyStore::retireOthers(storage::UnitOfWork &work, std::string_view kid,
                                           qint64 atMs)
{
    TP_CHECK(work.execute("UPDATE signing_keys SET retired_at = $1 "
                          "WHERE kid <> $2 AND (retired_at IS NULL OR retired_at > $1)",
                          {atMs, kid}));
    return {};
}

Result<void> SigningKeyStore::retire(storage::UnitOfWork &work, std::string_view kid, qint64 atMs)
{
    TP_CHECK(work.execute("UPDATE signing_keys SET retired_at = $1 WHERE kid = $2", {atMs, kid}));
    return {};
}

Result<std::string> SigningKeyStore::shopId(storage::Session &session)
{
    auto rows = session.query("SELECT shop_id FROM token_issuer WHERE id = 1");
    std::string id;
    if (rows.next())
        id = rows.text(0);
    TP_CHECK(rows.finish());
    return id;
}

Result<void> SigningKeyStore::ensureShopId(storage::UnitOfWork &work)
{
    TP_CHECK(work.execute("INSERT INTO token_issuer (id, shop_id) VALUES (1, $1) "
                          "ON CONFLICT (id) DO NOTHING",
                          {work.newId()}));
    return {};
}

Result<void> SigningKeyStore::lock(storage::UnitOfWork &work)
{
    TP_CHECK(work.execute("UPDATE token_issuer SET shop_id = shop_id WHERE id = 1"));
    return {};
}

} // namespace tp::auth
