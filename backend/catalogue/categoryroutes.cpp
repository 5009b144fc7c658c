// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/categoryroutes.h"

#include "backend/catalogue/categoryqueries.h"
#include "backend/catalogue/categoryservice.h"
#include "backend/contract/category.h"
#include "backend/contract/page.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

using http::Answer;
using http::Call;
using storage::UnitOfWork;

Result<std::optional<CategoryPlace>> placeOf(const Call &call)
{
    TP_TRY(const auto cursor, call.cursor(3));
    if (!cursor)
        return std::optional<CategoryPlace>();
    CategoryPlace place{0, cursor->at(1), cursor->at(2)};
    const std::string &position = cursor->at(0);
    const char *end = position.data() + position.size();
    if (std::from_chars(position.data(), end, place.position).ptr != end || position.empty())
        return Error{ErrorCode::BadCursor, u"cursor is not one that this list gave"_s, {}};
    return std::optional(std::move(place));
}

Result<Answer> listCategories(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const auto after, placeOf(call));
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_TRY(const auto next, CategoryQueries().writePage(snapshot, after, call.limit(), json));
    page.end(next ? http::encodeCursor({std::to_string(next->position), next->nameKey, next->id})
                  : std::string());
    return Answer::json(200, std::move(body));
}

Result<Answer> shownCategory(storage::Session &session, const CategoryId &id, int status)
{
    std::string body;
    contract::JsonWriter json(body);
    TP_TRY(std::string etag, CategoryQueries().write(session, id, json));
    return Answer::json(status, std::move(body)).withEtag(std::move(etag));
}

Result<void> checkReadOnly(const contract::ReadOnlyMembers &sent, const CategoryId &id,
                           UnitOfWork &work)
{
    if (sent.empty())
        return {};
    std::string text;
    contract::JsonWriter json(text);
    TP_CHECK(CategoryQueries().write(work, id, json));
    TP_TRY(const contract::JsonValue current, contract::parseJson(text));
    return contract::unchanged(sent, current);
}

Result<Answer> createCategory(const CategoryService &categories, const Call &call,
                              const contract::NewCategory &body, UnitOfWork &work)
{
    TP_TRY(const auto created, categories.create(work, {.id = body.id,
                                                        .name = body.name,
                                                        .parentId = body.parentId,
                                                        .position = body.position,
                                                        .createHash = call.bodyHash()}));
    TP_TRY(Answer answer, shownCategory(work, created.id, created.isNew ? 201 : 200));
    return std::move(answer).withLocation("/api/categories/" + created.id.toString());
}

Result<Answer> changeCategory(const CategoryService &categories, const Call &call,
                              const contract::ChangeCategory &body, UnitOfWork &work)
{
    const auto id = call.pathId<CategoryId>("id");
    TP_TRY(const qint64 version, categories.version(work, id));
    TP_CHECK(call.requireMatch(version));
    TP_CHECK(checkReadOnly(body.readOnly, id, work));
    TP_CHECK(categories.change(
        work, id,
        {.name = body.name.to, .parentId = body.parentId.to, .position = body.position.to}));
    return shownCategory(work, id, 200);
}

Result<Answer> removeCategory(const CategoryService &categories, const Call &call, UnitOfWork &work)
{
    const auto id = call.pathId<CategoryId>("id");
    TP_TRY(const qint64 version, categories.version(work, id));
    TP_CHECK(call.requireMatch(version));
    TP_CHECK(categories.remove(work, id));
    return Answer::nothing(204);
}

void addCategoryReading(http::Router &router)
{
    router.get("/api/categories")
        .summary(u"All categories, by position, then name"_s)
        .tag(u"Catalogue"_s)
        .open()
        .paged()
        .answersPage<contract::Category>()
        .quick(listCategories);

    router.get("/api/categories/{id}")
        .summary(u"One category"_s)
        .tag(u"Catalogue"_s)
        .open()
        .answers<contract::Category>(200)
        .quick([](const Call &call, storage::Snapshot &snapshot) {
            return shownCategory(snapshot, call.pathId<CategoryId>("id"), 200);
        });
}

} // namespace

void addCategoryRoutes(http::Router &router, const CategoryService &categories)
{
    addCategoryReading(router);

    router.post("/api/categories")
        .summary(u"Create a category"_s)
        .description(u"Siblings differ in name (case and accents do not count), so that a path of "
                     "names means one category. 200 when the same body created it before."_s)
        .tag(u"Catalogue"_s)
        .needs(Permission::CatalogueWrite)
        .answers<contract::Category>(201)
        .answers<contract::Category>(200)
        .problems({ErrorCode::IdTaken, ErrorCode::Conflict, ErrorCode::UnknownReference})
        .writes<contract::NewCategory>(
            [&categories](const Call &call, const contract::NewCategory &body, UnitOfWork &work) {
                return createCategory(categories, call, body, work);
            });

    router.put("/api/categories/{id}")
        .summary(u"Rename or move a category"_s)
        .tag(u"Catalogue"_s)
        .needs(Permission::CatalogueWrite)
        .answers<contract::Category>(200)
        .problems({ErrorCode::StaleVersion, ErrorCode::Conflict, ErrorCode::UnknownReference,
                   ErrorCode::CategoryCycle, ErrorCode::ReadOnly})
        .writes<contract::ChangeCategory>([&categories](const Call &call,
                                                        const contract::ChangeCategory &body,
                                                        UnitOfWork &work) {
            return changeCategory(categories, call, body, work);
        });

    router.remove("/api/categories/{id}")
        .summary(u"Delete a category in which nothing stands"_s)
        .tag(u"Catalogue"_s)
        .needs(Permission::CatalogueWrite)
        .answersNothing(204)
        .problems({ErrorCode::StaleVersion, ErrorCode::CategoryInUse})
        .writes([&categories](const Call &call, UnitOfWork &work) {
            return removeCategory(categories, call, work);
        });
}

} // namespace tp::catalogue
