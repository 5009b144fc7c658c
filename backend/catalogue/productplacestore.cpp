// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productplacestore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

Result<std::optional<qint64>> oneNumber(storage::Rows rows)
{
    std::optional<qint64> number;
    if (rows.next())
        number = rows.integer(0);
    TP_CHECK(rows.finish());
    return number;
}

Result<std::optional<qint64>> placeBefore(storage::UnitOfWork &work, const ProductId &id,
                                          std::string_view nameKey)
{
    return oneNumber(work.query(
        "SELECT place FROM products WHERE (name_key, id) < ($1, $2) AND place IS NOT NULL "
        "ORDER BY name_key DESC, id DESC LIMIT 1",
        {nameKey, id}));
}

Result<std::optional<qint64>> placeAfter(storage::UnitOfWork &work, const ProductId &id,
                                         std::string_view nameKey)
{
    return oneNumber(work.query(
        "SELECT place FROM products WHERE (name_key, id) > ($1, $2) AND place IS NOT NULL "
        "ORDER BY name_key, id LIMIT 1",
        {nameKey, id}));
}

Result<void> placed(const Result<qint64> &executed)
{
    return executed ? Result<void>() : executed.error();
}

bool isSqlite(const storage::Session &session)
{
    return session.dialect() == storage::Dialect::Sqlite;
}

Result<qint64> countIn(storage::UnitOfWork &work, const PlaceWindow &window)
{
    TP_TRY(const auto count,
           oneNumber(work.query("SELECT COUNT(*) FROM products WHERE place BETWEEN $1 AND $2",
                                {window.first, window.last()})));
    return count.value_or(0);
}

} // namespace

Result<void> ProductPlaceStore::enter(storage::UnitOfWork &work, const ProductId &id,
                                      std::string_view nameKey) const
{
    if (!isSqlite(work))
        return {};
    for (int attempt = 0; attempt < 2; ++attempt) {
        TP_TRY(const auto before, placeBefore(work, id, nameKey));
        TP_TRY(const auto after, placeAfter(work, id, nameKey));
        if (const auto free = placeBetween(before, after))
            return setPlace(work, id.toString(), *free);
        TP_CHECK(spread(work, before ? *before : *after));
    }
    return Error{ErrorCode::Internal, u"No place in the list was found for a product"_s, {}};
}

Result<void> ProductPlaceStore::leave(storage::UnitOfWork &work, const ProductId &id) const
{
    if (!isSqlite(work))
        return {};
    TP_CHECK(unindex(work, id));
    return placed(work.execute("UPDATE products SET place = NULL WHERE id = $1", {id}));
}

/// The index forgets a row when it is told what it had been given for it.
Result<void> ProductPlaceStore::unindex(storage::UnitOfWork &work, const ProductId &id) const
{
    if (!isSqlite(work))
        return {};
    TP_CHECK(indexPending(work));
    return placed(work.execute("INSERT INTO product_search (product_search, rowid, search_text) "
                               "SELECT 'delete', place, search_text FROM products "
                               "WHERE id = $1 AND place IS NOT NULL",
                               {id}));
}

Result<void> ProductPlaceStore::index(storage::UnitOfWork &work, const ProductId &id) const
{
    if (!isSqlite(work))
        return {};
    return placed(work.execute("INSERT INTO product_search (rowid, search_text) "
                               "SELECT place, search_text FROM products WHERE id = $1",
                               {id}));
}

Result<void> ProductPlaceStore::spread(storage::UnitOfWork &work, qint64 around) const
{
    TP_CHECK(indexPending(work));
    for (int bits = 2; bits <= PlaceBits; ++bits) {
        const PlaceWindow window = windowAround(around, bits);
        TP_TRY(const qint64 count, countIn(work, window));
        if (count < window.capacity())
            return spreadWindow(work, window);
    }
    return Error{ErrorCode::Internal, u"The list of products is full"_s, {}};
}

Result<void> ProductPlaceStore::spreadWindow(storage::UnitOfWork &work,
                                             const PlaceWindow &window) const
{
    std::vector<std::string> ids;
    auto rows = work.query("SELECT id FROM products WHERE place BETWEEN $1 AND $2 ORDER BY place",
                           {window.first, window.last()});
    while (rows.next())
        ids.emplace_back(rows.text(0));
    TP_CHECK(rows.finish());

    // All leave before any comes back: no two have one number even for a moment.
    TP_CHECK(placed(work.execute("INSERT INTO product_search (product_search, rowid, search_text) "
                                 "SELECT 'delete', place, search_text FROM products "
                                 "WHERE place BETWEEN $1 AND $2",
                                 {window.first, window.last()})));
    TP_TRY(const qint64 left,
           work.execute("UPDATE products SET place = NULL WHERE place BETWEEN $1 AND $2",
                        {window.first, window.last()}));
    Q_ASSERT(left == qint64(ids.size()));
    for (qint64 i = 0; i < left; ++i)
        TP_CHECK(setPlace(work, ids[std::size_t(i)], window.placeOf(i, left)));
    return {};
}

Result<void> ProductPlaceStore::setPlace(storage::UnitOfWork &work, std::string_view id,
                                         qint64 place) const
{
    TP_CHECK(work.execute("UPDATE products SET place = $2 WHERE id = $1", {id, place}));
    if (m_pending) {
        m_pending->emplace_back(id);
        return {};
    }
    return placed(work.execute("INSERT INTO product_search (rowid, search_text) "
                               "SELECT place, search_text FROM products WHERE id = $1",
                               {id}));
}

Result<void> ProductPlaceStore::indexPending(storage::UnitOfWork &work) const
{
    if (!m_pending || m_pending->empty())
        return {};
    std::string ids = "[";
    for (const std::string &id : std::exchange(*m_pending, {}))
        ids += (ids.size() > 1 ? ",\"" : "\"") + id + '"';
    ids += ']';
    // Rising numbers: the index writes what it has gathered whenever they fall.
    return placed(work.execute("INSERT INTO product_search (rowid, search_text) "
                               "SELECT place, search_text FROM products "
                               "WHERE id IN (SELECT value FROM json_each($1)) ORDER BY place",
                               {ids}));
}

} // namespace tp::catalogue
