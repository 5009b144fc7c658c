// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/catalogueevents.h"

#include "backend/contract/shopevents.h"

namespace tp::catalogue {
namespace {

events::Event eventOf(contract::EventType type, const std::string &subject, std::string data)
{
    return {type, subject, std::move(data), events::Audience::everybody()};
}

} // namespace

void CatalogueEvents::tell(storage::UnitOfWork &work, const Product &product,
                           contract::EventType type)
{
    const ProductDetails &details = product.details;
    contract::ProductEventData data{product.id,         details.sku,    details.name,
                                    details.categoryId, details.price,  details.taxClass,
                                    details.active,     product.version};
    events::Outbox::tellAtEnd(work, product.id.toString(), [data = std::move(data), type] {
        return eventOf(type, data.id.toString(), contract::ProductEventData::object().toJson(data));
    });
}

void CatalogueEvents::tell(storage::UnitOfWork &work, const Category &category,
                           contract::EventType type)
{
    contract::CategoryEventData data{category.id, category.name, category.parentId,
                                     category.position, category.version};
    events::Outbox::tellAtEnd(work, category.id.toString(), [data = std::move(data), type] {
        return eventOf(type, data.id.toString(),
                       contract::CategoryEventData::object().toJson(data));
    });
}

Result<void> CatalogueEvents::tellImported(storage::UnitOfWork &work, const QList<ProductId> &ids)
{
    if (ids.isEmpty())
        return {};
    return events::Outbox::add(
        work, eventOf(contract::EventType::ProductsImported, ids.first().toString(),
                      contract::ProductsImportedEventData::object().toJson({ids})));
}

} // namespace tp::catalogue
