// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productsearchqueries.h"

#include "backend/catalogue/product.h"
#include "backend/catalogue/productrowqueries.h"
#include "backend/catalogue/searchterms.h"
#include "backend/catalogue/subtreequeries.h"

#include <algorithm>
#include <limits>

namespace tp::catalogue {

namespace {

constexpr int SearchTextColumn = ProductColumn::Count;
constexpr int PlaceColumn = ProductColumn::Count + 1;

/// How many hits of cut words are looked at before the whole words are asked for.
constexpr int CutHitsMax = 150;

// clang-format off
#define TP_FOUND_PRODUCT "SELECT " TP_PRODUCT_COLUMNS ", p.search_text"

/// The row numbers of the index rise in the order of the list, so it stops after a page.
constexpr std::string_view SearchSqlite =
    TP_FOUND_PRODUCT ", f.rowid FROM product_search f CROSS JOIN products p ON p.place = f.rowid"
    TP_PRODUCT_STOCK
    "WHERE product_search MATCH $1 AND f.rowid >= $2 ORDER BY f.rowid LIMIT $3";

constexpr std::string_view SearchPostgres =
    TP_FOUND_PRODUCT " FROM products p" TP_PRODUCT_STOCK
    "WHERE p.search_words @@ CAST($1 AS tsquery) AND (p.name_key, p.id) > ($2, $3) "
    "ORDER BY p.name_key, p.id LIMIT $4";

constexpr std::string_view FindBySku =
    TP_FOUND_PRODUCT " FROM products p" TP_PRODUCT_STOCK "WHERE p.sku_key = $1";

constexpr std::string_view FindByBarcode =
    TP_FOUND_PRODUCT " FROM product_barcodes b JOIN products p ON p.id = b.product_id"
    TP_PRODUCT_STOCK "WHERE b.barcode = $1";
#undef TP_FOUND_PRODUCT

constexpr std::string_view FirstPlaceBehind =
    "SELECT place FROM products WHERE (name_key, id) > ($1, $2) ORDER BY name_key, id LIMIT 1";
// clang-format on

/// One page in the making: what was given before it, what is in it, whether more follows.
class Page
{
public:
    Page(int limit, const SearchPlace &start, contract::JsonWriter &json)
        : m_limit(limit)
        , m_json(json)
        , m_place(start)
        , m_exactToSkip(start.exactGiven)
    {}

    bool isOver() const { return m_hasMore; }

    void takeExact(const storage::Rows &rows)
    {
        if (m_hasMore || isExact(rows.text(ProductColumn::Id)))
            return;
        m_exactIds.emplace_back(rows.text(ProductColumn::Id));
        if (m_exactToSkip > 0)
            --m_exactToSkip;
        else if (write(rows))
            ++m_place.exactGiven;
    }

    void takeListed(const storage::Rows &rows)
    {
        if (isExact(rows.text(ProductColumn::Id)) || !write(rows))
            return;
        m_place.list.nameKey = rows.text(ProductColumn::NameKey);
        m_place.list.id = rows.text(ProductColumn::Id);
    }

    std::optional<SearchPlace> next() const
    {
        return m_hasMore ? std::optional(m_place) : std::nullopt;
    }

private:
    bool isExact(std::string_view id) const
    {
        return std::find(m_exactIds.begin(), m_exactIds.end(), id) != m_exactIds.end();
    }

    /// False: the page is full, and this is the first that it does not hold.
    bool write(const storage::Rows &rows)
    {
        m_hasMore = m_written == m_limit;
        if (!m_hasMore) {
            writeProductRow(rows, m_json);
            ++m_written;
        }
        return !m_hasMore;
    }

    int m_limit;
    contract::JsonWriter &m_json;
    SearchPlace m_place;
    int m_exactToSkip;
    int m_written = 0;
    bool m_hasMore = false;
    std::vector<std::string> m_exactIds;
};

/// What the search is made with; lives for one page.
struct Search
{
    storage::Session &session;
    const ProductFilter &filter;
    const SearchTerms &terms;
    const std::vector<std::string> &categories;
    Page &page;
};

bool passes(const Search &search, const storage::Rows &rows)
{
    const bool isActive = rows.boolean(ProductColumn::Active);
    if (search.filter.active.value_or(isActive) != isActive)
        return false;
    const auto &inside = search.categories;
    return !search.filter.categoryId ||
           std::find(inside.begin(), inside.end(), rows.text(ProductColumn::CategoryId)) !=
               inside.end();
}

Result<void> takeExact(const Search &search, storage::Rows rows)
{
    while (rows.next()) {
        if (passes(search, rows))
            search.page.takeExact(rows);
    }
    return rows.finish();
}

Result<std::optional<qint64>> firstPlace(storage::Session &session, const ListPlace &after)
{
    auto rows = session.query(FirstPlaceBehind, {after.nameKey, after.id});
    std::optional<qint64> place;
    if (rows.next())
        place = rows.integer(0);
    TP_CHECK(rows.finish());
    return place;
}

struct Walk
{
    qint64 from = 0;
    int rowsSeen = 0;
};

/// Takes hits from walk.from on until the page is over or `rowsMax` were seen.
Result<void> takeFound(const Search &search, SearchTerms::Words words, qint64 rowsMax, Walk &walk)
{
    walk.rowsSeen = 0;
    auto rows = search.session.query(SearchSqlite, {search.terms.fts5(words), walk.from, rowsMax});
    while (!search.page.isOver() && rows.next()) {
        ++walk.rowsSeen;
        walk.from = rows.integer(PlaceColumn) + 1;
        if (search.terms.match(rows.text(SearchTextColumn)) && passes(search, rows))
            search.page.takeListed(rows);
    }
    return search.page.isOver() ? Result<void>() : rows.finish();
}

Result<void> takeSqlite(const Search &search, const ListPlace &after)
{
    constexpr qint64 Unbounded = std::numeric_limits<qint64>::max();
    TP_TRY(const auto from, firstPlace(search.session, after));
    if (!from)
        return {};
    Walk walk{*from};
    if (!search.terms.isCutLossless()) {
        TP_CHECK(takeFound(search, SearchTerms::Words::Cut, CutHitsMax, walk));
        if (search.page.isOver() || walk.rowsSeen < CutHitsMax)
            return {};
        // Few of those that begin alike are hits, so the whole words are the cheaper question.
    }
    return takeFound(search, SearchTerms::Words::Whole, Unbounded, walk);
}

Result<void> takePostgres(const Search &search, const ListPlace &after, int limit)
{
    // The exact hits may be among them, and one more tells whether there is a next page.
    const qint64 rowsMax = limit + 3;
    auto rows = search.session.query(SearchPostgres,
                                     {search.terms.tsquery(), after.nameKey, after.id, rowsMax});
    while (!search.page.isOver() && rows.next())
        search.page.takeListed(rows);
    return search.page.isOver() ? Result<void>() : rows.finish();
}

std::vector<std::string> tokensOf(const std::vector<std::string> &categories)
{
    std::vector<std::string> tokens;
    for (const std::string &id : categories) {
        if (const auto category = CategoryId::parse(std::string_view(id)))
            tokens.push_back(categoryToken(*category));
    }
    return tokens;
}

} // namespace

Result<std::optional<SearchPlace>> ProductSearchQueries::writePage(
    storage::Session &session, const QString &question, const ProductFilter &filter,
    const std::optional<SearchPlace> &after, int limit, contract::JsonWriter &json) const
{
    std::vector<std::string> categories;
    if (filter.categoryId) {
        TP_TRY(categories, subtreeOf(session, *filter.categoryId));
        if (categories.empty())
            return std::optional<SearchPlace>();
    }
    const SearchPlace start = after.value_or(SearchPlace());
    const SearchTerms terms(question, tokensOf(categories), filter.active);
    Page page(limit, start, json);
    const Search search{session, filter, terms, categories, page};

    const QString whole = question.trimmed();
    TP_CHECK(takeExact(search, session.query(FindBySku, {skuKey(whole)})));
    TP_CHECK(takeExact(search, session.query(FindByBarcode, {whole})));
    if (!terms.isEmpty() && !page.isOver()) {
        const bool isPostgres = session.dialect() == storage::Dialect::Postgres;
        TP_CHECK(isPostgres ? takePostgres(search, start.list, limit)
                            : takeSqlite(search, start.list));
    }
    return page.next();
}

} // namespace tp::catalogue
