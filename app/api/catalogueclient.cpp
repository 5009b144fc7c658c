// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/catalogueclient.h"

#include "app/api/answer.h"
#include "app/api/httpclient.h"
#include "backend/contract/category.h"
#include "backend/contract/page.h"
#include "backend/contract/product.h"

#include <QUrlQuery>

namespace tp::api {

using namespace Qt::StringLiterals;

namespace {

/// More shelves than any shop has; keeps a server whose pages never end from holding the till.
constexpr int CategoriesMax = 10'000;

/// QUrlQuery leaves a plus alone, and servers read it as a space.
void addItem(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QString iconOf(const contract::JsonValue &attributes)
{
    const contract::JsonValue *icon = attributes.find("icon");
    const bool isText = icon && icon->type == contract::JsonValue::Type::String;
    return isText ? QString::fromStdString(icon->text) : QString();
}

ui::ShopProduct toShopProduct(const contract::Product &product)
{
    return {.id = product.id,
            .sku = product.sku,
            .name = product.name,
            .price = *product.price,
            .categoryId = product.categoryId,
            .barcodes = product.barcodes,
            .icon = iconOf(product.attributes),
            .imageUrl = product.imageUrl.value_or(QString()),
            .available = product.stock.available,
            .lowStock = product.lowStock,
            .whenShort = product.whenShort,
            .unit = product.unit,
            .taxClass = product.taxClass};
}

} // namespace

/// Categories that came so far, and who waits for all of them.
struct CatalogueClient::Gathering
{
    CategoriesReply reply;
    QList<ui::ShopCategory> categories;
    QString cursor;
};

void CatalogueClient::loadCategories(QObject *context, CategoriesReply reply)
{
    askForCategories(m_http, context,
                     std::make_shared<Gathering>(Gathering{std::move(reply), {}, {}}));
}

void CatalogueClient::askForCategories(HttpClient &http, QObject *context,
                                       const std::shared_ptr<Gathering> &gathering)
{
    QUrlQuery query;
    addItem(query, u"limit"_s, u"200"_s);
    if (!gathering->cursor.isEmpty())
        addItem(query, u"cursor"_s, gathering->cursor);
    http.get({u"/api/categories"_s, query}, context, [&http, context, gathering](auto &answer) {
        const auto page = readAs<contract::Page<contract::Category>>(answer);
        if (!page) {
            gathering->reply(page.error());
            return;
        }
        for (const contract::Category &category : page->items) {
            gathering->categories.append(
                {category.id, category.name, category.parentId, category.position});
        }
        const QString next = page->nextCursor.value_or(QString());
        const bool isEndless = !next.isEmpty() && (next == gathering->cursor ||
                                                   gathering->categories.size() > CategoriesMax ||
                                                   page->items.isEmpty());
        if (isEndless) {
            gathering->reply(
                Error{ErrorCode::Internal, u"the pages of categories do not end"_s, {}});
        } else if (next.isEmpty()) {
            gathering->reply(gathering->categories);
        } else {
            gathering->cursor = next;
            askForCategories(http, context, gathering);
        }
    });
}

void CatalogueClient::loadProducts(const ui::ProductQuery &query, QObject *context,
                                   ProductsReply reply)
{
    QUrlQuery parameters;
    addItem(parameters, u"active"_s, u"true"_s);
    addItem(parameters, u"limit"_s, QString::number(query.limit));
    if (!query.text.isEmpty())
        addItem(parameters, u"q"_s, query.text);
    if (!query.cursor.isEmpty())
        addItem(parameters, u"cursor"_s, query.cursor);
    m_http.get({u"/api/products"_s, parameters}, context,
               [reply = std::move(reply)](const auto &answer) {
                   const auto page = readAs<contract::Page<contract::Product>>(answer);
                   if (!page) {
                       reply(page.error());
                       return;
                   }
                   ui::ProductPage products;
                   products.nextCursor = page->nextCursor.value_or(QString());
                   products.products.reserve(page->items.size());
                   for (const contract::Product &product : page->items)
                       products.products.append(toShopProduct(product));
                   reply(products);
               });
}

} // namespace tp::api
