// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/catalogueroutes.h"

#include "backend/catalogue/productlistroutes.h"
#include "backend/catalogue/productqueries.h"
#include "backend/catalogue/productservice.h"
#include "backend/contract/product.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

using http::Answer;
using http::Call;
using storage::UnitOfWork;

/// The rules know the wire's names as their own, so that neither includes the other.
Unit unitOf(contract::Unit unit)
{
    return *unitFromName(contract::wireName(unit));
}

WhenShort whenShortOf(contract::WhenShort whenShort)
{
    return *whenShortFromName(contract::wireName(whenShort));
}

std::string canonical(const contract::JsonValue &attributes)
{
    std::string text;
    attributes.writeCanonical(text);
    return text;
}

ProductDetails detailsOf(const contract::NewProduct &body)
{
    return {.sku = body.sku,
            .name = body.name,
            .description = body.description,
            .categoryId = body.categoryId,
            .price = *body.price,
            .taxClass = body.taxClass,
            .unit = unitOf(body.unit),
            .whenShort = whenShortOf(body.whenShort),
            .lowStock = body.lowStock,
            .active = body.active,
            .barcodes = body.barcodes,
            .attributes = canonical(body.attributes)};
}

ProductChange changeOf(const contract::ChangeProduct &body)
{
    ProductChange change{.sku = body.sku.to,
                         .name = body.name.to,
                         .description = body.description.to,
                         .categoryId = body.categoryId.to,
                         .price = body.price.to,
                         .taxClass = body.taxClass.to,
                         .unit = {},
                         .whenShort = {},
                         .lowStock = body.lowStock.to,
                         .active = body.active.to,
                         .barcodes = body.barcodes.to,
                         .attributes = {}};
    if (body.unit)
        change.unit = unitOf(*body.unit.to);
    if (body.whenShort)
        change.whenShort = whenShortOf(*body.whenShort.to);
    if (body.attributes)
        change.attributes = canonical(*body.attributes.to);
    return change;
}

Result<Answer> shown(storage::Session &session, const ProductId &id, int status)
{
    std::string body;
    contract::JsonWriter json(body);
    TP_TRY(std::string etag, ProductQueries().write(session, id, json));
    return Answer::json(status, std::move(body)).withEtag(std::move(etag));
}

Result<void> checkReadOnly(const contract::ReadOnlyMembers &sent, const ProductId &id,
                           UnitOfWork &work)
{
    if (sent.empty())
        return {};
    std::string text;
    contract::JsonWriter json(text);
    TP_CHECK(ProductQueries().write(work, id, json));
    TP_TRY(const contract::JsonValue current, contract::parseJson(text));
    return contract::unchanged(sent, current);
}

Result<Answer> create(const ProductService &products, const Call &call,
                      const contract::NewProduct &body, UnitOfWork &work)
{
    TP_TRY(const auto created, products.create(work, body.id, detailsOf(body), call.bodyHash()));
    TP_TRY(Answer answer, shown(work, created.id, created.isNew ? 201 : 200));
    return std::move(answer).withLocation("/api/products/" + created.id.toString());
}

Result<Answer> change(const ProductService &products, const Call &call,
                      const contract::ChangeProduct &body, UnitOfWork &work)
{
    const auto id = call.pathId<ProductId>("id");
    TP_TRY(const qint64 version, products.version(work, id));
    TP_CHECK(call.requireMatch(version));
    TP_CHECK(checkReadOnly(body.readOnly, id, work));
    TP_CHECK(products.change(work, id, changeOf(body)));
    return shown(work, id, 200);
}

Result<Answer> remove(const ProductService &products, const Call &call, UnitOfWork &work)
{
    const auto id = call.pathId<ProductId>("id");
    TP_TRY(const qint64 version, products.version(work, id));
    TP_CHECK(call.requireMatch(version));
    TP_TRY(const auto removal, products.remove(work, id));
    return removal == ProductService::Removal::Removed ? Answer::nothing(204)
                                                       : shown(work, id, 200);
}

} // namespace

void addCatalogueRoutes(http::Router &router, const ProductService &products)
{
    addProductListRoutes(router);

    router.get("/api/products/{id}")
        .summary(u"One product"_s)
        .tag(u"Catalogue"_s)
        .open()
        .answers<contract::Product>(200)
        .quick([](const Call &call, storage::Snapshot &snapshot) {
            return shown(snapshot, call.pathId<ProductId>("id"), 200);
        });

    router.post("/api/products")
        .summary(u"Create a product"_s)
        .description(u"200 when the same body created it before."_s)
        .tag(u"Catalogue"_s)
        .needs(Permission::CatalogueWrite)
        .answers<contract::Product>(201)
        .answers<contract::Product>(200)
        .problems({ErrorCode::IdTaken, ErrorCode::SkuTaken, ErrorCode::BarcodeTaken,
                   ErrorCode::CurrencyMismatch, ErrorCode::UnknownReference})
        .writes<contract::NewProduct>(
            [&products](const Call &call, const contract::NewProduct &body, UnitOfWork &work) {
                return create(products, call, body, work);
            });

    router.put("/api/products/{id}")
        .summary(u"Change a product"_s)
        .description(u"What is left out stays. The version counts on when something changed."_s)
        .tag(u"Catalogue"_s)
        .needs(Permission::CatalogueWrite)
        .answers<contract::Product>(200)
        .problems({ErrorCode::StaleVersion, ErrorCode::SkuTaken, ErrorCode::BarcodeTaken,
                   ErrorCode::CurrencyMismatch, ErrorCode::UnknownReference, ErrorCode::ReadOnly})
        .writes<contract::ChangeProduct>(
            [&products](const Call &call, const contract::ChangeProduct &body, UnitOfWork &work) {
                return change(products, call, body, work);
            });

    router.remove("/api/products/{id}")
        .summary(u"Delete a product, or archive it if it was ever sold"_s)
        .description(u"200 with the archived product; 204 when it is gone, with its stock levels. "
                     "The ledger keeps its movements."_s)
        .tag(u"Catalogue"_s)
        .needs(Permission::CatalogueWrite)
        .answers<contract::Product>(200)
        .answersNothing(204)
        .problems({ErrorCode::StaleVersion})
        .writes([&products](const Call &call, UnitOfWork &work) {
            return remove(products, call, work);
        });
}

} // namespace tp::catalogue
