// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/catalogueloader.h"

namespace tp::ui {

using namespace Qt::StringLiterals;

CatalogueLoader::CatalogueLoader(CataloguePort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{}

void CatalogueLoader::load()
{
    cancel();
    m_isLoading = true;
    m_isComplete = true;
    m_products.clear();
    m_loaded.clear();
    m_port.loadCategories(this, [this, generation = m_generation](const auto &categories) {
        if (generation == m_generation)
            takeCategories(categories);
    });
}

void CatalogueLoader::cancel()
{
    ++m_generation;
    m_isLoading = false;
}

void CatalogueLoader::takeCategories(const Result<QList<ShopCategory>> &categories)
{
    if (!categories) {
        fail(categories.error());
        return;
    }
    m_categories = categories.value();
    askForProducts({});
}

void CatalogueLoader::askForProducts(const QString &cursor)
{
    ProductQuery query;
    query.cursor = cursor;
    m_port.loadProducts(query, this, [this, cursor, generation = m_generation](const auto &page) {
        if (generation == m_generation)
            takePage(page, cursor);
    });
}

void CatalogueLoader::takePage(const Result<ProductPage> &page, const QString &cursor)
{
    if (!page) {
        fail(page.error());
        return;
    }
    for (const ShopProduct &product : page->products) {
        if (m_loaded.contains(product.id))
            continue;
        if (m_products.size() == ProductsMax) {
            m_isComplete = false;
            break;
        }
        const auto before = m_before.find(product.id);
        const bool isSame = before != m_before.end() && *before->second == product;
        const ProductRef ref =
            isSame ? before->second : std::make_shared<const ShopProduct>(product);
        m_loaded.emplace(product.id, ref);
        m_products.append(ref);
    }

    if (page->nextCursor.isEmpty()) {
        finish();
    } else if (m_products.size() == ProductsMax) {
        m_isComplete = false;
        finish();
    } else if (page->products.isEmpty() || page->nextCursor == cursor) {
        fail({ErrorCode::Internal, u"the pages of products do not end"_s, {}});
    } else {
        emit pageLoaded();
        if (m_isLoading)
            askForProducts(page->nextCursor);
    }
}

void CatalogueLoader::finish()
{
    m_isLoading = false;
    m_before = std::exchange(m_loaded, {});
    emit loaded();
}

void CatalogueLoader::fail(const Error &error)
{
    cancel();
    emit failed(error);
}

} // namespace tp::ui
