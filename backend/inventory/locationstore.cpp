// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/locationstore.h"

#include "backend/kernel/textfold.h"

namespace tp::inventory {

Result<std::optional<std::string>> LocationStore::createHashOf(storage::UnitOfWork &work,
                                                               LocationId id)
{
    auto rows = work.query("SELECT create_hash FROM locations WHERE id = $1", {id});
    std::optional<std::string> hash;
    if (rows.next())
        hash = std::string(rows.text(0));
    TP_CHECK(rows.finish());
    return hash;
}

Result<void> LocationStore::insert(storage::UnitOfWork &work, LocationId id, const QString &name,
                                   const std::string &createHash)
{
    TP_CHECK(work.execute(
        "INSERT INTO locations (id, name, name_key, is_default, version, create_hash, created_at) "
        "VALUES ($1, $2, $3, 0, 1, $4, $5)",
        {id, name, folded(name), createHash, work.nowMs()}));
    return {};
}

} // namespace tp::inventory
