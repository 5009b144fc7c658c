// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productservice.h"

#include "backend/catalogue/catalogueevents.h"
#include "backend/catalogue/categorystore.h"
#include "backend/catalogue/invalidservice.h"
#include "backend/catalogue/productstore.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

Error noSuchProduct()
{
    return {ErrorCode::NotFound, u"There is no such product"_s, {}};
}

Result<Product> required(storage::UnitOfWork &work, const ProductId &id)
{
    TP_TRY(auto found, ProductStore().find(work, id));
    if (!found)
        return noSuchProduct();
    return std::move(*found);
}

} // namespace

Result<ProductService::Created> ProductService::create(storage::UnitOfWork &work,
                                                       const std::optional<ProductId> &id,
                                                       const ProductDetails &details,
                                                       const std::string &createHash) const
{
    if (id) {
        TP_TRY(const auto existing, ProductStore().find(work, *id));
        if (existing && existing->createHash == createHash)
            return Created{*id, false};
        if (existing)
            return Error{ErrorCode::IdTaken, u"Another product has this id"_s, {}};
    }
    const ProductId newId = id ? *id : ProductId(work.newId());
    TP_CHECK(check(work, newId, details));
    const Product product{.id = newId,
                          .details = details,
                          .everSold = false,
                          .imageHash = {},
                          .createHash = createHash,
                          .version = 1,
                          .createdAtMs = work.nowMs(),
                          .updatedAtMs = work.nowMs()};
    TP_CHECK(ProductStore().insert(work, product));
    CatalogueEvents::tell(work, product, contract::EventType::ProductCreated);
    return Created{newId, true};
}

Result<qint64> ProductService::version(storage::UnitOfWork &work, const ProductId &id) const
{
    TP_TRY(const Product product, required(work, id));
    return product.version;
}

Result<void> ProductService::change(storage::UnitOfWork &work, const ProductId &id,
                                    const ProductChange &change) const
{
    TP_TRY(const Product before, required(work, id));
    Product after = before;
    after.details = change.appliedTo(before.details);
    if (after.details == before.details)
        return {};
    TP_CHECK(check(work, id, after.details));
    return write(work, before, std::move(after));
}

Result<ProductService::Removal> ProductService::remove(storage::UnitOfWork &work,
                                                       const ProductId &id) const
{
    TP_TRY(const Product before, required(work, id));
    if (!before.everSold) {
        TP_CHECK(ProductStore().remove(work, id));
        CatalogueEvents::tell(work, before, contract::EventType::ProductDeleted);
        return Removal::Removed;
    }
    Product after = before;
    after.details.active = false;
    if (before.details.active)
        TP_CHECK(write(work, before, std::move(after)));
    return Removal::Archived;
}

Result<qint64> ProductService::setImage(storage::UnitOfWork &work, const ProductId &id,
                                        const std::string &imageHash) const
{
    TP_TRY(const Product before, required(work, id));
    if (before.imageHash == imageHash)
        return before.version;
    Product after = before;
    after.imageHash = imageHash;
    TP_CHECK(write(work, before, std::move(after)));
    return before.version + 1;
}

Result<QList<FieldError>> ProductService::problems(storage::UnitOfWork &work,
                                                   const ProductDetails &details) const
{
    TP_TRY(const Currency currency, m_rules.heldCurrency(work));
    QList<FieldError> problems = problemsOf(details, currency);
    TP_TRY(const bool isTaxClass, m_rules.hasTaxClass(work, details.taxClass.toStdString()));
    if (!isTaxClass) {
        problems.append(
            {u"/tax_class"_s, ErrorCode::UnknownReference, u"There is no such tax class"_s});
    }
    if (details.categoryId) {
        TP_TRY(const auto category, CategoryStore().find(work, *details.categoryId));
        if (!category) {
            problems.append(
                {u"/category_id"_s, ErrorCode::UnknownReference, u"There is no such category"_s});
        }
    }
    return problems;
}

Result<void> ProductService::checkBarcodes(storage::UnitOfWork &work, const ProductId &id,
                                           const QStringList &barcodes) const
{
    Error taken{ErrorCode::BarcodeTaken, u"Another product has this barcode"_s, {}};
    for (qsizetype i = 0; i < barcodes.size(); ++i) {
        TP_TRY(const auto owner, ProductStore().ownerOf(work, barcodes[i]));
        if (owner && *owner != id)
            taken.fields.append({u"/barcodes/%1"_s.arg(i), taken.code, taken.detail});
    }
    return taken.fields.isEmpty() ? Result<void>() : taken;
}

Result<void> ProductService::check(storage::UnitOfWork &work, const ProductId &id,
                                   const ProductDetails &details) const
{
    TP_TRY(auto found, problems(work, details));
    if (!found.isEmpty())
        return invalid(std::move(found));
    TP_TRY(const auto sameSku, ProductStore().findBySku(work, details.sku));
    if (sameSku && sameSku->id != id) {
        const QString detail = u"Another product has this SKU"_s;
        return Error{ErrorCode::SkuTaken, detail, {{u"/sku"_s, ErrorCode::SkuTaken, detail}}};
    }
    return checkBarcodes(work, id, details.barcodes);
}

Result<void> ProductService::write(storage::UnitOfWork &work, const Product &before,
                                   Product after) const
{
    after.version = before.version + 1;
    after.updatedAtMs = work.nowMs();
    TP_CHECK(ProductStore().update(work, before, after));
    const bool isArchived = before.details.active && !after.details.active;
    CatalogueEvents::tell(work, after,
                          isArchived ? contract::EventType::ProductArchived
                                     : contract::EventType::ProductChanged);
    return {};
}

} // namespace tp::catalogue
