// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/shopcatalogue.h"

#include <algorithm>
#include <set>

namespace tp::ui {

namespace {

bool comesFirst(const ShopCategory &a, const ShopCategory &b)
{
    if (a.position != b.position)
        return a.position < b.position;
    const int byName = QString::localeAwareCompare(a.name, b.name);
    return byName != 0 ? byName < 0 : a.id < b.id;
}

/// The top of the branch. A parent that nobody knows, or a circle, ends the climb: what a backend
/// sends must not hang a till.
CategoryId topOf(CategoryId category, const std::map<CategoryId, CategoryId> &parents)
{
    for (std::size_t steps = 0; steps <= parents.size(); ++steps) {
        const auto parent = parents.find(category);
        if (parent == parents.end())
            return category;
        category = parent->second;
    }
    return category;
}

std::map<CategoryId, CategoryId> parentsIn(const QList<ShopCategory> &categories)
{
    std::set<CategoryId> known;
    for (const ShopCategory &category : categories)
        known.insert(category.id);
    std::map<CategoryId, CategoryId> parents;
    for (const ShopCategory &category : categories) {
        if (category.parentId && known.contains(*category.parentId))
            parents.emplace(category.id, *category.parentId);
    }
    return parents;
}

} // namespace

ShopCatalogue::ShopCatalogue(QList<ProductRef> products, QList<ShopCategory> categories)
    : m_products(std::move(products))
    , m_categories(categories)
    , m_index(m_products)
{
    std::sort(categories.begin(), categories.end(), comesFirst);
    const auto parents = parentsIn(categories);
    std::map<CategoryId, int> places;
    for (const ShopCategory &category : std::as_const(categories)) {
        const CategoryId top = topOf(category.id, parents);
        m_shelfOf.emplace(category.id, top);
        if (top == category.id)
            places.emplace(top, int(places.size()));
    }
    for (const auto &[category, shelf] : m_shelfOf) {
        const auto place = places.find(shelf);
        if (place != places.end())
            m_shelfPlaces.emplace(category, place->second);
    }

    std::set<CategoryId> filled;
    for (const ProductRef &product : std::as_const(m_products)) {
        if (!product->categoryId)
            continue;
        const auto shelf = m_shelfOf.find(*product->categoryId);
        if (shelf != m_shelfOf.end())
            filled.insert(shelf->second);
    }
    for (const ShopCategory &category : std::as_const(categories)) {
        if (filled.contains(category.id))
            m_shelves.append(category);
    }
}

QList<ProductRef> ShopCatalogue::find(const QString &question,
                                      std::optional<CategoryId> shelf) const
{
    if (!shelf && question.trimmed().isEmpty())
        return m_products;
    QList<ProductRef> found;
    for (const int place : m_index.find(question)) {
        const ProductRef &product = m_products.at(place);
        if (!shelf || isOn(*product, *shelf))
            found.append(product);
    }
    return found;
}

ProductRef ShopCatalogue::withBarcode(const QString &barcode) const
{
    const int place = m_index.findBarcode(barcode);
    return place < 0 ? nullptr : m_products.at(place);
}

bool ShopCatalogue::isOn(const ShopProduct &product, CategoryId shelf) const
{
    if (!product.categoryId)
        return false;
    const auto found = m_shelfOf.find(*product.categoryId);
    return found != m_shelfOf.end() && found->second == shelf;
}

} // namespace tp::ui
