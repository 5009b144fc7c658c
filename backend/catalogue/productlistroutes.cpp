// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productlistroutes.h"

#include "backend/catalogue/categoryqueries.h"
#include "backend/catalogue/productqueries.h"
#include "backend/catalogue/productsearchqueries.h"
#include "backend/contract/page.h"
#include "backend/contract/product.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

using http::Answer;
using http::Call;
using http::Param;
using storage::Snapshot;

Error badCursor()
{
    return {ErrorCode::BadCursor, u"cursor is not one that this list gave"_s, {}};
}

Result<Answer> pageOf(const Call &call, Snapshot &snapshot, const ProductFilter &filter)
{
    TP_TRY(const auto cursor, call.cursor(2));
    std::optional<ListPlace> after;
    if (cursor)
        after = ListPlace{cursor->at(0), cursor->at(1)};
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_TRY(const auto next,
           ProductQueries().writePage(snapshot, filter, after, call.limit(), json));
    page.end(next ? http::encodeCursor({next->nameKey, next->id}) : std::string());
    return Answer::json(200, std::move(body));
}

Result<std::optional<SearchPlace>> searchPlaceOf(const Call &call)
{
    TP_TRY(const auto cursor, call.cursor(3));
    if (!cursor)
        return std::optional<SearchPlace>();
    SearchPlace place{0, {cursor->at(1), cursor->at(2)}};
    const std::string &count = cursor->at(0);
    const char *end = count.data() + count.size();
    if (std::from_chars(count.data(), end, place.exactGiven).ptr != end || count.empty() ||
        place.exactGiven < 0) {
        return badCursor();
    }
    return std::optional(std::move(place));
}

Result<Answer> searchPageOf(const Call &call, Snapshot &snapshot, const ProductFilter &filter,
                            const std::string &question)
{
    TP_TRY(const auto after, searchPlaceOf(call));
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_TRY(const auto next,
           ProductSearchQueries().writePage(snapshot, QString::fromStdString(question), filter,
                                            after, call.limit(), json));
    page.end(next ? http::encodeCursor(
                        {std::to_string(next->exactGiven), next->list.nameKey, next->list.id})
                  : std::string());
    return Answer::json(200, std::move(body));
}

Result<Answer> barcodePageOf(const Call &call, Snapshot &snapshot, const ProductFilter &filter,
                             const std::string &barcode)
{
    if (call.text("cursor"))
        return badCursor(); // A barcode is one product's: no page of them ever gave a cursor.
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_CHECK(ProductQueries().writeByBarcode(snapshot, barcode, filter, json));
    page.end({});
    return Answer::json(200, std::move(body));
}

Result<Answer> listProducts(const Call &call, Snapshot &snapshot)
{
    const ProductFilter filter{call.flag("active"), call.queryId<CategoryId>("category_id")};
    const auto barcode = call.text("barcode");
    const auto question = call.text("q");
    if (barcode && question) {
        return Error{ErrorCode::BadQuery, u"q and barcode cannot be asked for at once"_s, {}};
    }
    if (barcode)
        return barcodePageOf(call, snapshot, filter, *barcode);
    const bool isAsked = question && question->find_first_not_of(" \t") != std::string::npos;
    return isAsked ? searchPageOf(call, snapshot, filter, *question)
                   : pageOf(call, snapshot, filter);
}

Result<Answer> listCategory(const Call &call, Snapshot &snapshot)
{
    const auto category = call.pathId<CategoryId>("category_id");
    TP_CHECK(CategoryQueries().require(snapshot, category));
    return pageOf(call, snapshot, {call.flag("active"), category});
}

} // namespace

void addProductListRoutes(http::Router &router)
{
    const Param active = Param::boolean(
        "active", u"True: what is for sale; false: what is archived; both without it"_s);

    router.get("/api/products")
        .summary(u"Products, by name or by search"_s)
        .description(
            u"In the order of names without case and accents, then ids. With q, what it is "
            "exactly the SKU or a barcode of comes first."_s)
        .tag(u"Catalogue"_s)
        .open()
        .query(
            {Param::text("q", u"Words: each is a beginning of a word of name, SKU or barcode; case "
                              "and accents do not matter"_s),
             Param::text("barcode", u"Only the product that has exactly this barcode"_s, 64),
             Param::id("category_id", u"Only this category and what is below it"_s), active})
        .paged()
        .answersPage<contract::Product>()
        .quick(listProducts);

    router.get("/api/products/category/{category_id}")
        .summary(u"Products of a category and of all below it"_s)
        .tag(u"Catalogue"_s)
        .open()
        .query({active})
        .paged()
        .answersPage<contract::Product>()
        .quick(listCategory);
}

} // namespace tp::catalogue
