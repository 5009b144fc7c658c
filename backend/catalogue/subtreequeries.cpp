// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/subtreequeries.h"

namespace tp::catalogue {

Result<std::vector<std::string>> subtreeOf(storage::Session &session, const CategoryId &id)
{
    // UNION drops what was seen before: it ends even if somebody tied the tree into a ring.
    auto rows = session.query("WITH RECURSIVE below(id) AS ("
                              "SELECT id FROM categories WHERE id = $1 UNION "
                              "SELECT c.id FROM categories c JOIN below ON c.parent_id = below.id) "
                              "SELECT id FROM below",
                              {id});
    std::vector<std::string> ids;
    while (rows.next())
        ids.emplace_back(rows.text(0));
    TP_CHECK(rows.finish());
    return ids;
}

} // namespace tp::catalogue
