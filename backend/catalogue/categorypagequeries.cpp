// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/categorypagequeries.h"

#include "backend/catalogue/productrowqueries.h"
#include "backend/catalogue/subtreequeries.h"

#include <algorithm>
#include <tuple>

namespace tp::catalogue {

namespace {

// clang-format off
/// PostgreSQL: the first rows of each category, merged, and then the products, in one go.
constexpr std::string_view PagePostgres =
    "WITH RECURSIVE below(id) AS ("
    "SELECT id FROM categories WHERE id = $1 UNION "
    "SELECT c.id FROM categories c JOIN below ON c.parent_id = below.id), "
    "firsts AS (SELECT k.name_key, k.id FROM below "
    "CROSS JOIN (VALUES (0), (1)) AS flags(active) CROSS JOIN LATERAL ("
    "SELECT i.name_key, i.id FROM products i WHERE i.category_id = below.id "
    "AND i.active = flags.active AND (i.name_key, i.id) > ($2, $3) "
    "ORDER BY i.name_key, i.id LIMIT $4) k "
    "WHERE flags.active BETWEEN $5 AND $6 ORDER BY k.name_key, k.id LIMIT $4) "
    "SELECT " TP_PRODUCT_COLUMNS " FROM firsts f JOIN products p ON p.id = f.id" TP_PRODUCT_STOCK
    "ORDER BY f.name_key, f.id";

constexpr std::string_view KeysSqlite =
    "SELECT name_key, id FROM products WHERE category_id = $1 AND active = $2 "
    "AND (name_key, id) > ($3, $4) ORDER BY name_key, id LIMIT $5";

constexpr std::string_view OneSqlite =
    "SELECT " TP_PRODUCT_COLUMNS " FROM products p" TP_PRODUCT_STOCK "WHERE p.id = $1";
// clang-format on

bool isBefore(const ListPlace &a, const ListPlace &b)
{
    return std::tie(a.nameKey, a.id) < std::tie(b.nameKey, b.id);
}

/// Keeps the first `count` of all places that it is shown.
class FirstPlaces
{
public:
    explicit FirstPlaces(std::size_t count) : m_count(count) {}

    /// False: this one and all behind it come too late.
    bool take(ListPlace place)
    {
        const auto where = std::upper_bound(m_places.begin(), m_places.end(), place, isBefore);
        if (where == m_places.end() && m_places.size() == m_count)
            return false;
        m_places.insert(where, std::move(place));
        if (m_places.size() > m_count)
            m_places.pop_back();
        return true;
    }

    const std::vector<ListPlace> &places() const { return m_places; }

private:
    std::size_t m_count;
    std::vector<ListPlace> m_places;
};

Result<void> takeFrom(storage::Session &session, const std::string &category, bool active,
                      const ListPlace &after, int count, FirstPlaces &firsts)
{
    auto rows = session.query(KeysSqlite, {category, active, after.nameKey, after.id, count});
    while (rows.next()) {
        if (!firsts.take({std::string(rows.text(0)), std::string(rows.text(1))}))
            return {};
    }
    return rows.finish();
}

/// SQLite has no LATERAL; a statement costs it next to nothing, so the merge is ours.
Result<std::optional<ListPlace>> pageSqlite(storage::Session &session, const CategoryId &category,
                                            const std::optional<bool> &active,
                                            const ListPlace &after, int limit,
                                            contract::JsonWriter &json)
{
    FirstPlaces firsts(std::size_t(limit) + 1);
    TP_TRY(const auto categories, subtreeOf(session, category));
    for (const std::string &id : categories) {
        if (active.value_or(true))
            TP_CHECK(takeFrom(session, id, true, after, limit + 1, firsts));
        if (!active.value_or(false))
            TP_CHECK(takeFrom(session, id, false, after, limit + 1, firsts));
    }
    const auto &places = firsts.places();
    const std::size_t shown = std::min(places.size(), std::size_t(limit));
    for (std::size_t i = 0; i < shown; ++i) {
        auto rows = session.query(OneSqlite, {places[i].id});
        if (rows.next())
            writeProductRow(rows, json);
        TP_CHECK(rows.finish());
    }
    return places.size() > shown ? std::optional(places[shown - 1]) : std::nullopt;
}

Result<std::optional<ListPlace>> pagePostgres(storage::Session &session, const CategoryId &category,
                                              const std::optional<bool> &active,
                                              const ListPlace &after, int limit,
                                              contract::JsonWriter &json)
{
    auto rows = session.query(PagePostgres, {category, after.nameKey, after.id, limit + 1,
                                             active.value_or(false), active.value_or(true)});
    ListPlace last;
    bool hasMore = false;
    for (int written = 0; rows.next(); ++written) {
        hasMore = written == limit;
        if (hasMore)
            break;
        writeProductRow(rows, json);
        last = {std::string(rows.text(ProductColumn::NameKey)),
                std::string(rows.text(ProductColumn::Id))};
    }
    TP_CHECK(rows.finish());
    return hasMore ? std::optional(std::move(last)) : std::nullopt;
}

} // namespace

Result<std::optional<ListPlace>> writeCategoryPage(storage::Session &session,
                                                   const CategoryId &category,
                                                   const std::optional<bool> &active,
                                                   const ListPlace &after, int limit,
                                                   contract::JsonWriter &json)
{
    if (session.dialect() == storage::Dialect::Postgres)
        return pagePostgres(session, category, active, after, limit, json);
    return pageSqlite(session, category, active, after, limit, json);
}

} // namespace tp::catalogue
